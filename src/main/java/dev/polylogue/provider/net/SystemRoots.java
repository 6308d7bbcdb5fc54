package dev.polylogue.provider.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom this computer believes: the authorities of the JDK, then those of the operating system, to
 * which companies add their own. Each store is read when the ones before it were not enough.
 */
final class SystemRoots {
  private static final List<Path> LINUX_BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private final List<Supplier<Optional<X509ExtendedTrustManager>>> stores;

  SystemRoots() {
    List<Supplier<Optional<X509ExtendedTrustManager>>> all = new ArrayList<>();
    all.add(new Once(() -> manager(null)));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      all.add(new Once(() -> manager(store("Windows-ROOT"))));
    } else if (system.startsWith("mac")) {
      all.add(new Once(() -> manager(store("KeychainStore-ROOT"))));
      all.add(new Once(() -> manager(store("KeychainStore"))));
    } else {
      all.add(new Once(() -> bundle(LINUX_BUNDLES)));
    }
    stores = List.copyOf(all);
  }

  /** One for each store, in order; empty where there is none. May block at the first call. */
  List<Supplier<Optional<X509ExtendedTrustManager>>> stores() {
    return stores;
  }

  /** What believes only these certificates and whom they vouch for. */
  static X509ExtendedTrustManager believing(Collection<? extends Certificate> anchors)
      throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    int number = 0;
    for (Certificate anchor : anchors) {
      store.setCertificateEntry("anchor-" + number++, anchor);
    }
    return manager(store).orElseThrow(() -> new GeneralSecurityException("no trust manager"));
  }

  private static Optional<X509ExtendedTrustManager> manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static KeyStore store(String type) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    return store;
  }

  private static Optional<X509ExtendedTrustManager> bundle(List<Path> places)
      throws GeneralSecurityException, IOException {
    for (Path place : places) {
      if (Files.isReadable(place)) {
        try (InputStream in = Files.newInputStream(place)) {
          return Optional.of(
              believing(CertificateFactory.getInstance("X.509").generateCertificates(in)));
        }
      }
    }
    return Optional.empty();
  }

  /** Reads a store at the first call; one that can't be read is as good as none. */
  private static final class Once implements Supplier<Optional<X509ExtendedTrustManager>> {
    private @Nullable Reading reading;
    private Optional<X509ExtendedTrustManager> found = Optional.empty();

    @FunctionalInterface
    interface Reading {
      Optional<X509ExtendedTrustManager> read() throws GeneralSecurityException, IOException;
    }

    Once(Reading reading) {
      this.reading = reading;
    }

    @Override
    public synchronized Optional<X509ExtendedTrustManager> get() {
      Reading first = reading;
      if (first != null) {
        reading = null;
        try {
          found = first.read();
        } catch (GeneralSecurityException | IOException e) {
          found = Optional.empty();
        }
      }
      return found;
    }
  }
}
