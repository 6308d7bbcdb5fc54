package dev.polylogue.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was sent and what came back, without keys and cut at a limit.
 *
 * @param provider as the user named it
 * @param protocol by which the answer is read
 * @param response null when none came
 */
public record Exchange(
    String provider, Protocol protocol, Request request, @Nullable Response response) {
  /** A name and a value; a key is replaced by {@code [key removed]}. */
  public record Header(String name, String value) {}

  /**
   * What went out.
   *
   * @param bodySize of the whole body in bytes; {@code body} may hold less
   */
  public record Request(
      String method, String url, List<Header> headers, Bytes body, long bodySize) {
    public Request {
      headers = List.copyOf(headers);
    }
  }

  /**
   * What came back, as far as it was read.
   *
   * @param body after decompression
   * @param bodySize of everything that was read, in bytes; {@code body} may hold less
   */
  public record Response(int status, List<Header> headers, Bytes body, long bodySize) {
    public Response {
      headers = List.copyOf(headers);
    }

    public boolean isWhole() {
      return body.size() == bodySize;
    }
  }
}
