package dev.polylogue.provider.net;

/**
 * Everything that all traffic of the program shares.
 *
 * @param proxies which way to a host
 * @param trust whose certificate is believed
 * @param timer ends waits
 */
public record Network(Proxies proxies, PeerTrust trust, Timer timer) {

  /** Without proxies and added certificates. */
  public static Network direct() {
    return new Network(Proxies.none(), new PeerTrust(new HostCertificates(null)), Timer.system());
  }

  public Network with(Timer changed) {
    return new Network(proxies, trust, changed);
  }
}
