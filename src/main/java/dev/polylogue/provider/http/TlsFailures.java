package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.net.Fingerprint;
import dev.polylogue.provider.net.UntrustedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells apart why no secure connection came about (F05–F07). */
final class TlsFailures {
  private TlsFailures() {}

  static ProviderException of(SSLException e, Endpoint endpoint) {
    UntrustedException refused = cause(e, UntrustedException.class);
    if (refused != null) {
      return failed(sentence(refused, endpoint));
    }
    ProviderException told =
        failed("No secure connection to %s: %s".formatted(endpoint.name(), detail(e)));
    boolean cut = cause(e, EOFException.class) != null || cause(e, SocketException.class) != null;
    return cut ? told.repeatable(ProviderException.Repeat.UNSENT_ONCE) : told;
  }

  static ProviderException silent(Endpoint endpoint) {
    return failed("%s did not answer the start of a secure connection.".formatted(endpoint.name()))
        .repeatable(ProviderException.Repeat.UNSENT_ONCE);
  }

  private static ProviderException failed(String sentence) {
    return ProviderException.failed(FailureKind.TLS, sentence);
  }

  private static String sentence(UntrustedException refused, Endpoint endpoint) {
    X509Certificate shown = refused.certificate();
    String why =
        switch (refused.reason()) {
          case EXPIRED -> "expired on " + day(shown.getNotAfter());
          case NOT_YET_VALID -> "is not valid before " + day(shown.getNotBefore());
          case SELF_SIGNED -> "is signed by itself; nobody else vouches for it";
          case UNKNOWN_ISSUER ->
              "was issued by %s, whom this computer does not know"
                  .formatted(shown.getIssuerX500Principal());
          case WRONG_HOST -> "is made out to another host: " + names(shown);
          case CHANGED -> "is not the one that was added for this host";
        };
    return "The certificate of %s %s. Nothing was sent. Its SHA-256 fingerprint is %s. If that is right, believe it for this host alone: polylogue providers trust %s"
        .formatted(endpoint.name(), why, Fingerprint.of(shown), endpoint.provider());
  }

  private static LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  /** Names and addresses, of which there may be very many. */
  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        return names.stream()
            .limit(5)
            .map(name -> Objects.toString(name.get(1)))
            .collect(Collectors.joining(", "));
      }
    } catch (CertificateParsingException e) {
      // the subject has to do
    }
    return certificate.getSubjectX500Principal().toString();
  }

  static String detail(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> kind) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
    }
    return null;
  }
}
