package dev.polylogue.provider.net;

import dev.polylogue.provider.net.UntrustedException.Reason;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Decides on the certificates of one host and port, see {@link PeerTrust}. */
final class HostTrustManager extends X509ExtendedTrustManager {
  private final HostCertificates added;
  private final SystemRoots roots;
  private final String host;
  private final int port;

  HostTrustManager(HostCertificates added, SystemRoots roots, String host, int port) {
    this.added = added;
    this.roots = roots;
    this.host = host;
    this.port = port;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket secure)) {
      throw new CertificateException("not a secure connection");
    }
    List<X509Certificate> own = added.find(host, port);
    if (own.contains(chain[0])) {
      return;
    }
    SSLParameters checked = secure.getSSLParameters();
    checked.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(checked);
    List<X509ExtendedTrustManager> asked = new ArrayList<>();
    for (Supplier<Optional<X509ExtendedTrustManager>> store : believers(own)) {
      Optional<X509ExtendedTrustManager> believer = store.get();
      if (believer.isPresent()) {
        if (accepts(believer.get(), chain, authType, secure)) {
          return;
        }
        asked.add(believer.get());
      }
    }
    throw new UntrustedException(reason(asked, chain, authType, !own.isEmpty()), chain[0]);
  }

  private List<Supplier<Optional<X509ExtendedTrustManager>>> believers(List<X509Certificate> own)
      throws CertificateException {
    List<X509Certificate> authorities =
        own.stream().filter(certificate -> certificate.getBasicConstraints() >= 0).toList();
    if (authorities.isEmpty()) {
      return roots.stores();
    }
    List<Supplier<Optional<X509ExtendedTrustManager>>> all = new ArrayList<>();
    try {
      X509ExtendedTrustManager believer = SystemRoots.believing(authorities);
      all.add(() -> Optional.of(believer));
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
    all.addAll(roots.stores());
    return all;
  }

  private static boolean accepts(
      X509ExtendedTrustManager believer,
      X509Certificate[] chain,
      String authType,
      SSLSocket socket) {
    try {
      believer.checkServerTrusted(chain, authType, socket);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static Reason reason(
      List<X509ExtendedTrustManager> asked,
      X509Certificate[] chain,
      String authType,
      boolean someAdded) {
    if (asked.stream().anyMatch(believer -> vouchesFor(believer, chain, authType))) {
      return Reason.WRONG_HOST;
    }
    X509Certificate leaf = chain[0];
    boolean selfSigned = leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
    if (!selfSigned) {
      try {
        leaf.checkValidity();
      } catch (CertificateExpiredException e) {
        return Reason.EXPIRED;
      } catch (CertificateNotYetValidException e) {
        return Reason.NOT_YET_VALID;
      }
    }
    if (someAdded) {
      return Reason.CHANGED;
    }
    return selfSigned ? Reason.SELF_SIGNED : Reason.UNKNOWN_ISSUER;
  }

  /** All but the name of the host. */
  private static boolean vouchesFor(
      X509ExtendedTrustManager believer, X509Certificate[] chain, String authType) {
    try {
      believer.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /** Without a connection there is no host to check the certificate against. */
  private static CertificateException unasked() {
    return new CertificateException("certificates are checked for connections to a host only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw unasked();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw unasked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw unasked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw unasked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw unasked();
  }

  /** None by name: connections to one host are not reused for another. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
