package dev.polylogue.provider;

import dev.polylogue.conversation.ProviderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Looks at the certificates of a provider's host and believes them when the user says so. */
public interface HostTrust {
  /** A host as certificates are kept for it: another port is another host. */
  record Host(String name, int port) {
    @Override
    public String toString() {
      return name + ":" + port;
    }
  }

  /**
   * The host that the certificates of a provider are kept for.
   *
   * @throws ProviderException of kind {@code bad_request} when it is spoken to without any
   */
  Host host(ProviderSettings provider) throws ProviderException;

  /**
   * What the host shows, its own certificate first. Blocks on the network; nothing but the start of
   * a secure connection is sent, no key and no request.
   *
   * @throws ProviderException when it can't be reached or shows none
   */
  List<X509Certificate> shown(ProviderSettings provider) throws ProviderException;

  /**
   * The certificates in a PEM or DER file, at least one.
   *
   * @throws CertificateException when there is none
   */
  List<X509Certificate> read(Path file) throws IOException, CertificateException;

  /** SHA-256 of a certificate as people compare it: {@code 3A:F0:…}. */
  String fingerprint(X509Certificate certificate);

  /**
   * From now on believes these for the provider's host and port alone, in place of those added
   * before: a certificate of a host as exactly that, an authority in whatever it vouches for there.
   *
   * @return where they are kept
   */
  Path believe(ProviderSettings provider, List<X509Certificate> certificates)
      throws ProviderException, IOException, CertificateException;
}
