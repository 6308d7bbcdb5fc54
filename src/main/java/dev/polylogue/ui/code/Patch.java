package dev.polylogue.ui.code;

import dev.polylogue.ui.code.Piece.Kind;
import java.util.List;

/** Differences between two files, line by line. */
record Patch() implements Tokenizer {
  private static final List<String> HEADS = List.of("diff ", "index ", "--- ", "+++ ");

  @Override
  public Row row(String line, int state) {
    return line.isEmpty()
        ? Tokenizer.plain(line, state)
        : new Row(List.of(new Piece(line, kind(line))), state);
  }

  private static Kind kind(String line) {
    if (HEADS.stream().anyMatch(line::startsWith)) {
      return Kind.KEYWORD;
    }
    return switch (line.charAt(0)) {
      case '@' -> Kind.META;
      case '+' -> Kind.ADDED;
      case '-' -> Kind.REMOVED;
      default -> Kind.PLAIN;
    };
  }
}
