package dev.polylogue.history;

import java.util.ArrayList;
import java.util.List;

/** A script taken apart; a trigger with its body is one statement. */
final class Statements {
  private Statements() {}

  static List<String> of(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String piece : script.replaceAll("--[^\n]*", "").split(";")) {
      open.append(open.isEmpty() ? "" : ";").append(piece);
      String text = open.toString().strip();
      boolean insideTrigger =
          text.toUpperCase(java.util.Locale.ROOT).startsWith("CREATE TRIGGER")
              && !text.toUpperCase(java.util.Locale.ROOT).endsWith("END");
      if (!text.isEmpty() && !insideTrigger) {
        statements.add(text);
        open.setLength(0);
      } else if (text.isEmpty()) {
        open.setLength(0);
      }
    }
    return statements;
  }
}
