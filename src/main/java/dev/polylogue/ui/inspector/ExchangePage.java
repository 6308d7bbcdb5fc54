package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.ui.code.JsonLayout;
import dev.polylogue.ui.transcript.Hygiene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, laid out to be read. Made off the FX thread, since a body may have megabytes.
 *
 * @param status of the response, or null when none came
 * @param response null when none came
 * @param curl the request as a command line
 */
public record ExchangePage(
    @Nullable Integer status, Side request, @Nullable Side response, String curl) {
  /** A longer line is shown in several, so that one base64 picture does not stop the list. */
  private static final int LONGEST = 400;

  static ExchangePage of(Exchange exchange, Function<Exchange, String> curl) {
    Exchange.Request sent = exchange.request();
    Exchange.Response received = exchange.response();
    return new ExchangePage(
        received == null ? null : received.status(),
        side(sent.method() + " " + sent.url(), sent.headers(), sent.body(), sent.bodySize()),
        received == null
            ? null
            : side(
                "HTTP " + received.status(),
                received.headers(),
                received.body(),
                received.bodySize()),
        curl.apply(exchange));
  }

  private static Side side(String first, List<Exchange.Header> headers, Bytes body, long size) {
    StringBuilder head = new StringBuilder(first).append('\n');
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append('\n'));
    String raw = isText(headers) ? body.text() : body.size() + " bytes that are no text";
    List<String> lines = new ArrayList<>(split(head.toString()));
    lines.addAll(split(JsonLayout.indented(raw)));
    return new Side(head + "\n" + raw, lines, body.size() < size);
  }

  private static boolean isText(List<Exchange.Header> headers) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("content-type"))
        .map(header -> header.value().toLowerCase(Locale.ROOT))
        .noneMatch(type -> type.startsWith("image/") || type.contains("octet-stream"));
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      int from = 0;
      do {
        int to = end(line, from);
        lines.add(Hygiene.visible(line.substring(from, to)));
        from = to;
      } while (from < line.length());
    }
    return lines;
  }

  /** Just behind the last blank that fits, or where it must be cut. */
  private static int end(String line, int from) {
    int most = from + LONGEST;
    if (line.length() <= most) {
      return line.length();
    }
    int blank = line.lastIndexOf(' ', most - 1);
    if (blank > from + LONGEST / 2) {
      return blank + 1;
    }
    return Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
  }
}
