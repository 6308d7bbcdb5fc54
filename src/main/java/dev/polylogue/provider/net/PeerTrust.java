package dev.polylogue.provider.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificate is believed (T23). In this order:
 *
 * <ol>
 *   <li>exactly the certificate that the user added for this host and port: it was looked at and
 *       named, so neither its dates nor its names nor its issuer are asked for;
 *   <li>one that an authority vouches for which the user added for this host and port;
 *   <li>one that an authority of the JDK or of the operating system vouches for.
 * </ol>
 *
 * In the last two its dates and the name of the host must be right. Everything else is refused
 * before a byte of a request leaves, also another certificate at a host for which one was added.
 */
public final class PeerTrust extends SSLSocketFactory {
  private final HostCertificates added;
  private final SystemRoots roots = new SystemRoots();
  private final Map<String, SSLSocketFactory> byHost = new ConcurrentHashMap<>();

  public PeerTrust(HostCertificates added) {
    this.added = added;
  }

  /** For where a manager has to be named: believes nobody, since it knows no host. */
  public X509TrustManager nobody() {
    return new HostTrustManager(added, roots, "", 0);
  }

  /**
   * Whether this very certificate was added for the host. Which port is not asked: at any other the
   * name was checked when the connection was made.
   */
  public boolean isAdded(String host, Certificate certificate) {
    return certificate instanceof X509Certificate known && added.holds(host, known);
  }

  /** Encrypts a connection that stands, also one through a proxy, to a host by its name. */
  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    return factory(host, port).createSocket(connected, host, port, autoClose);
  }

  /** One for each host, so that what is believed for one is never believed for another. */
  private SSLSocketFactory factory(String host, int port) {
    return byHost.computeIfAbsent(
        host + " " + port, _ -> believing(new HostTrustManager(added, roots, host, port)));
  }

  private static SSLSocketFactory believing(X509TrustManager manager) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory("", 0).getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory("", 0).getSupportedCipherSuites();
  }

  private static IOException unnamed() {
    return new IOException("a secure connection needs a host by its name");
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unnamed();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unnamed();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unnamed();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unnamed();
  }
}
