package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells apart the ways in which a connection fails, in words for the user. */
public final class NetworkFailures {
  private NetworkFailures() {}

  /** No status line came (F01–F13). */
  static ProviderException beforeAnswer(IOException e, Endpoint endpoint, Progress progress) {
    return progress.requestBegun() ? begun(e, endpoint, progress) : unsent(e, endpoint, progress);
  }

  private static ProviderException begun(IOException e, Endpoint endpoint, Progress progress) {
    if (e instanceof SentFile.Changed changed) {
      return ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "A picture changed while it was sent, so the request was broken off: %s."
              .formatted(changed.getMessage()));
    }
    Watchdog watchdog = progress.watchdog();
    if (watchdog.bite() == null && isRefusedStream(e)) {
      return refused(endpoint);
    }
    return progress.requestWhole()
        ? withoutAnswer(e, endpoint, watchdog)
        : duringUpload(endpoint, watchdog);
  }

  /** HTTP/2: the host promises that it did nothing with the request (F74; RFC 9113, 8.7). */
  private static ProviderException refused(Endpoint endpoint) {
    return ProviderException.failed(
            FailureKind.DISCONNECTED,
            "%s did not take the request at this moment (REFUSED_STREAM)."
                .formatted(endpoint.name()))
        .repeatable(ProviderException.Repeat.UNSENT);
  }

  /** Nobody can have begun with a request that is not whole (F102). */
  private static ProviderException duringUpload(Endpoint endpoint, Watchdog watchdog) {
    return watchdog.bite() == null
        ? ProviderException.failed(
            FailureKind.DISCONNECTED,
            "The upload to %s was cut off before it was complete, so it was not accepted."
                .formatted(endpoint.name()))
        : ProviderException.failed(
            FailureKind.TIMEOUT,
            "The upload to %s stood still or took longer than %d seconds; it was given up before it was complete."
                .formatted(endpoint.name(), waited(watchdog)));
  }

  /** No byte of the request left. */
  private static ProviderException unsent(IOException e, Endpoint endpoint, Progress progress) {
    if (progress.secureBegun()) {
      if (progress.watchdog().bite() != null || e instanceof InterruptedIOException) {
        return TlsFailures.silent(endpoint);
      }
      if (e instanceof SSLException tls) {
        return TlsFailures.of(tls, endpoint);
      }
      if (e instanceof ConnectException) {
        return TlsFailures.silent(endpoint);
      }
    }
    Proxy proxy = progress.proxy();
    ProviderException byProxy =
        proxy == null || progress.secureBegun() ? null : ProxyFailures.of(e, endpoint, proxy);
    return byProxy != null
        ? byProxy
        : unreached(e, endpoint, progress).repeatable(repeat(e, progress));
  }

  /** Once more where it took long or there is little hope (F01, F03, F07). */
  private static ProviderException.Repeat repeat(IOException e, Progress progress) {
    boolean once =
        e instanceof UnknownHostException
            || e instanceof SSLException
            || progress.watchdog().bite() != null
            || isLate(e);
    return once ? ProviderException.Repeat.UNSENT_ONCE : ProviderException.Repeat.UNSENT;
  }

  private static ProviderException unreached(IOException e, Endpoint endpoint, Progress progress) {
    String host = endpoint.name();
    return switch (e) {
      case UnknownHostException unknown ->
          ProviderException.failed(
              FailureKind.DNS, "There is no host named %s. Check the address.".formatted(host));
      case IOException late when progress.watchdog().bite() != null || isLate(late) ->
          ProviderException.failed(
              FailureKind.CONNECT, "No connection to %s within 10 seconds.".formatted(host));
      case ConnectException refused ->
          ProviderException.failed(
              FailureKind.CONNECT,
              endpoint.isLocal()
                  ? "%s refused the connection. Is the model server running?".formatted(host)
                  : "%s refused the connection.".formatted(host));
      case NoRouteToHostException unreachable ->
          ProviderException.failed(
              FailureKind.CONNECT, "%s can't be reached from here.".formatted(host));
      case SSLException tls -> TlsFailures.of(tls, endpoint);
      default ->
          ProviderException.failed(
              FailureKind.CONNECT,
              "The connection to %s broke before anything was sent: %s"
                  .formatted(host, TlsFailures.detail(e)));
    };
  }

  private static boolean isLate(IOException e) {
    return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
  }

  private static ProviderException withoutAnswer(
      IOException e, Endpoint endpoint, Watchdog watchdog) {
    String host = endpoint.name();
    if (watchdog.bite() != null || e instanceof SocketTimeoutException) {
      return ProviderException.failed(
          FailureKind.TIMEOUT,
          "%s did not answer within %d seconds; it may have been billed."
              .formatted(host, waited(watchdog)));
    }
    if (e instanceof ProtocolException) {
      return ProviderException.failed(
          FailureKind.PROTOCOL,
          "%s answered with something that is not HTTP; check the address of %s."
              .formatted(host, endpoint.provider()));
    }
    return ProviderException.failed(
        FailureKind.DISCONNECTED,
        "%s closed the connection before answering; it may have been billed.".formatted(host));
  }

  private static long waited(Watchdog watchdog) {
    Limits limits = watchdog.limits();
    return watchdog.bite() == Watchdog.Bite.TOO_LONG
        ? limits.whole().toSeconds()
        : limits.silence().toSeconds();
  }

  private static boolean isRefusedStream(IOException e) {
    String message = e.getMessage();
    return message != null && message.contains("REFUSED_STREAM");
  }

  /** The answer had begun (F63–F66, F79). What came before is kept by the caller. */
  public static ProviderException duringAnswer(IOException e, Endpoint endpoint) {
    return duringAnswer(e, endpoint, null);
  }

  static ProviderException duringAnswer(
      IOException e, Endpoint endpoint, @Nullable Watchdog watchdog) {
    if (e instanceof SseReader.TooLargeException tooLarge) {
      return ProviderException.truncated(
          "The answer was cut off: %s.".formatted(tooLarge.getMessage()));
    }
    if (watchdog != null && watchdog.bite() != null) {
      return ProviderException.interrupted(
          FailureKind.TIMEOUT,
          watchdog.bite() == Watchdog.Bite.TOO_LONG
              ? "The answer of %s took longer than %d minutes and was cut off there."
                  .formatted(endpoint.name(), watchdog.limits().whole().toMinutes())
              : "No data from %s for %d seconds."
                  .formatted(endpoint.name(), watchdog.limits().silence().toSeconds()));
    }
    return ProviderException.interrupted(
        FailureKind.DISCONNECTED,
        "The connection to %s was cut off in the middle of the answer.".formatted(endpoint.name()));
  }
}
