package dev.polylogue.session;

import dev.polylogue.conversation.Exchange;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stored request as a command line for a POSIX shell. Whatever the request says is quoted so that
 * the shell carries out none of it; where a key stood, a variable of the environment stands.
 */
public final class Curl {
  private static final String REMOVED = "[key removed]";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * One argument may not be longer than 128 KiB on Linux; a longer body goes over standard input.
   */
  private static final int MOST_ARGUMENT = 64 << 10;

  private static final String NEXT = " \\\n  ";

  private Curl() {}

  /**
   * Writes one command, with a comment before it where the stored body is cut.
   *
   * @param variable holds the key; null or no such name for {@code API_KEY}
   */
  public static String of(Exchange exchange, @Nullable String variable) {
    String key = variable != null && NAME.matcher(variable).matches() ? variable : "API_KEY";
    Exchange.Request request = exchange.request();
    StringBuilder command = new StringBuilder();
    if (request.body().size() < request.bodySize()) {
      command.append(
          "# The body is cut: %d of %d bytes were kept, so this request is not the one that was sent.\n"
              .formatted(request.body().size(), request.bodySize()));
    }
    command.append("curl -N -X ").append(quoted(request.method(), key));
    command.append(' ').append(quoted(request.url(), key));
    for (Exchange.Header header : request.headers()) {
      command.append(NEXT).append("-H ").append(quoted(line(header), key));
    }
    body(command, request.body().text());
    return command.append('\n').toString();
  }

  /** {@code Bearer} belongs to the header and was removed with the key. */
  private static String line(Exchange.Header header) {
    boolean bearer =
        header.name().toLowerCase(Locale.ROOT).equals("authorization")
            && header.value().equals(REMOVED);
    return header.name() + ": " + (bearer ? "Bearer " : "") + header.value();
  }

  private static void body(StringBuilder command, String body) {
    if (body.isEmpty()) {
      return;
    }
    String plain = plain(body);
    if (plain.length() <= MOST_ARGUMENT) {
      command.append(NEXT).append("--data-raw ").append(single(plain));
      return;
    }
    String end = "END";
    while (plain.contains(end)) {
      end += "_";
    }
    command.append(NEXT).append("--data-binary @- <<'%s'\n".formatted(end));
    command.append(plain).append('\n').append(end);
  }

  /** Characters that steer a terminal; in JSON they stand in strings only and may be written so. */
  private static String plain(String body) {
    StringBuilder plain = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      boolean steers =
          (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
      if (steers) {
        plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** In single quotes, but for each place where a key stood. */
  private static String quoted(String text, String key) {
    StringBuilder quoted = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(REMOVED); at >= 0; at = text.indexOf(REMOVED, from)) {
      quoted.append(from == at ? "" : single(text.substring(from, at)));
      quoted.append("\"$").append(key).append('"');
      from = at + REMOVED.length();
    }
    return quoted
        .append(from < text.length() || from == 0 ? single(text.substring(from)) : "")
        .toString();
  }

  private static String single(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
