package dev.polylogue.ui.code;

/**
 * Indents JSON without reading it: what it does not understand, it leaves as it is, so that a body
 * that was cut, or is no JSON at all, is still shown to the letter. Any thread.
 */
public final class JsonLayout {
  private static final int STEP = 2;
  private static final int DEEPEST = 40;

  private final String json;
  private final StringBuilder out;
  private int depth;
  private int at;

  private JsonLayout(String json) {
    this.json = json;
    this.out = new StringBuilder(json.length() + json.length() / 4);
  }

  /** The text with its JSON indented; other text unchanged. */
  public static String indented(String text) {
    String bare = text.strip();
    return bare.startsWith("{") || bare.startsWith("[") ? new JsonLayout(bare).layOut() : text;
  }

  private String layOut() {
    while (at < json.length()) {
      char c = json.charAt(at++);
      switch (c) {
        case '"' -> string();
        case '{', '[' -> open(c);
        case '}', ']' -> close(c);
        case ',' -> {
          out.append(c);
          line();
        }
        case ':' -> out.append(": ");
        case ' ', '\t', '\n', '\r' -> {}
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private void string() {
    int from = at - 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(json.length(), at + 1);
    out.append(json, from, at);
  }

  private void open(char c) {
    out.append(c);
    int next = at;
    while (next < json.length() && json.charAt(next) <= ' ') {
      next++;
    }
    char end = c == '{' ? '}' : ']';
    if (next < json.length() && json.charAt(next) == end) {
      out.append(end);
      at = next + 1;
      return;
    }
    depth++;
    line();
  }

  private void close(char c) {
    depth = Math.max(0, depth - 1);
    line();
    out.append(c);
  }

  private void line() {
    out.append('\n').append(" ".repeat(STEP * Math.min(depth, DEEPEST)));
  }
}
