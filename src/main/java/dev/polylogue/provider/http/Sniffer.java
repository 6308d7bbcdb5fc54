package dev.polylogue.provider.http;

import java.io.IOException;
import okio.BufferedSource;

/**
 * Looks at the first byte of a body, since its {@code Content-Type} may lie ({@code providers.md},
 * 3; F45–F48). Blank lines before a JSON answer, which DeepSeek sends to hold a connection, don't
 * count.
 */
final class Sniffer {
  /** What a body turned out to be. */
  enum Kind {
    EVENTS,
    JSON,
    PAGE,
    NOTHING
  }

  private static final int MOST_BLANKS = 1 << 20;

  private Sniffer() {}

  /** Blocks until there is something to see; consumes nothing. */
  static Kind look(BufferedSource source) throws IOException {
    for (long at = 0; at < MOST_BLANKS && source.request(at + 1); at++) {
      byte b = source.getBuffer().getByte(at);
      boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\n';
      boolean mark = at < 3 && (b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF);
      if (!blank && !mark) {
        return switch (b) {
          case '{', '[' -> Kind.JSON;
          case '<' -> Kind.PAGE;
          default -> Kind.EVENTS;
        };
      }
    }
    return source.exhausted() ? Kind.NOTHING : Kind.EVENTS;
  }
}
