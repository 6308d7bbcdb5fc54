package dev.polylogue.provider.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the user added, one file {@code HOST_PORT.pem} for each host and port, in a
 * folder of its own. Read anew at each use, so that a change holds at once.
 */
public final class HostCertificates {
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final @Nullable Path folder;

  /**
   * @param folder need not exist; null when nothing can be added
   */
  public HostCertificates(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Those added for a host and port; most have none. */
  List<X509Certificate> find(String host, int port) throws CertificateException {
    Path file = file(host, port);
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try {
      return read(file);
    } catch (IOException e) {
      throw new CertificateException(file + " can't be read", e);
    }
  }

  /** Whether this very certificate was added for a host, whatever the port. */
  boolean holds(String host, X509Certificate certificate) {
    if (folder == null || !Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.matches("\\Q" + encoded(host) + "\\E_\\d+\\.pem")
            && read(file).contains(certificate)) {
          return true;
        }
      }
      return false;
    } catch (IOException | CertificateException e) {
      return false;
    }
  }

  /**
   * Believes these certificates for this host and port alone, in place of those added before.
   *
   * @return the file that holds them
   */
  public Path keep(String host, int port, List<X509Certificate> certificates)
      throws IOException, CertificateEncodingException {
    Path file = file(host, port);
    if (file == null) {
      throw new IOException("There is no folder for certificates.");
    }
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append("# ").append(certificate.getSubjectX500Principal()).append('\n');
      text.append("# SHA-256 ").append(Fingerprint.of(certificate)).append('\n');
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(BASE64.encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    write(file, text.toString());
    return file;
  }

  /** Whole or not at all; nobody else may write there. */
  private static void write(Path file, String text) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      Files.createDirectories(parent, attributes(file, "rwx------"));
    }
    Path fresh = Files.createTempFile(parent, "new", ".pem", attributes(file, "rw-------"));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] attributes(Path file, String permissions) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The certificates of a PEM or DER file.
   *
   * @throws CertificateException when there is none in it
   */
  public static List<X509Certificate> read(Path file) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new CertificateException("There is no certificate in " + file + ".");
      }
      return found;
    }
  }

  /** Only what no file system objects to, and no two hosts share. */
  private @Nullable Path file(String host, int port) {
    if (folder == null) {
      return null;
    }
    return folder.resolve(encoded(host) + "_" + port + ".pem");
  }

  private static String encoded(String host) {
    return URLEncoder.encode(host.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
        .replace("*", "%2A");
  }
}
