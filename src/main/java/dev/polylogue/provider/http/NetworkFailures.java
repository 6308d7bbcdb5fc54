package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Tells apart the ways in which a connection fails, in words for the user. */
public final class NetworkFailures {
  private NetworkFailures() {}

  /** No status line came (F01–F13). */
  static ProviderException beforeAnswer(IOException e, Endpoint endpoint, Progress progress) {
    boolean requestBegun = progress.requestBegun();
    String host = endpoint.name();
    return switch (e) {
      case UnknownHostException unknown ->
          ProviderException.failed(
              FailureKind.DNS, "There is no host named %s. Check the address.".formatted(host));
      case SSLException tls ->
          ProviderException.failed(
              FailureKind.TLS, "No secure connection to %s: %s".formatted(host, detail(tls)));
      case IOException late when isSilentHandshake(late, progress) ->
          ProviderException.failed(
              FailureKind.TLS,
              "%s did not answer the start of a secure connection.".formatted(host));
      case ConnectException refused ->
          ProviderException.failed(FailureKind.CONNECT, refused(refused, endpoint));
      case NoRouteToHostException unreachable ->
          ProviderException.failed(
              FailureKind.CONNECT, "%s can't be reached from here.".formatted(host));
      case SocketTimeoutException late when !requestBegun ->
          ProviderException.failed(
              FailureKind.CONNECT, "No connection to %s within 10 seconds.".formatted(host));
      case SocketTimeoutException late ->
          ProviderException.failed(
              FailureKind.TIMEOUT,
              "%s did not answer within 120 seconds; it may have been billed.".formatted(host));
      default ->
          ProviderException.failed(
              FailureKind.DISCONNECTED,
              requestBegun
                  ? "%s closed the connection before answering; it may have been billed."
                      .formatted(host)
                  : "The connection to %s broke: %s".formatted(host, detail(e)));
    };
  }

  private static boolean isSilentHandshake(IOException e, Progress progress) {
    return progress.secureBegun()
        && !progress.requestBegun()
        && (e instanceof InterruptedIOException || e instanceof ConnectException);
  }

  private static String refused(ConnectException e, Endpoint endpoint) {
    boolean late = e.getCause() instanceof SocketTimeoutException;
    if (late) {
      return "No connection to %s within 10 seconds.".formatted(endpoint.name());
    }
    return endpoint.isLocal()
        ? "%s refused the connection. Is the model server running?".formatted(endpoint.name())
        : "%s refused the connection.".formatted(endpoint.name());
  }

  /** The answer had begun (F63–F66, F79). What came before is kept by the caller. */
  public static ProviderException duringAnswer(IOException e, Endpoint endpoint) {
    return switch (e) {
      case SseReader.TooLargeException tooLarge ->
          ProviderException.truncated(
              "The answer was cut off: %s.".formatted(tooLarge.getMessage()));
      case SocketTimeoutException silent ->
          ProviderException.interrupted(
              FailureKind.TIMEOUT, "No data from %s for 120 seconds.".formatted(endpoint.name()));
      default ->
          ProviderException.interrupted(
              FailureKind.DISCONNECTED,
              "The connection to %s was cut off in the middle of the answer."
                  .formatted(endpoint.name()));
    };
  }

  private static String detail(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
