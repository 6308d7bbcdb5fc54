package dev.polylogue.history;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is put into the index for a passage, and named again when it is taken out. */
final class IndexText {
  private IndexText() {}

  static String of(Facts facts, String text) {
    StringBuilder words = new StringBuilder(text.length() + text.length() / 4 + 64);
    words.append(facts.words());
    Set<String> characters = new LinkedHashSet<>();
    TokenReader tokens = new TokenReader(text);
    while (tokens.next()) {
      String token = tokens.token();
      words.append(' ').append(token);
      if (tokens.kind().isParted()) {
        characters.add(token.substring(0, token.offsetByCodePoints(0, 1)));
      }
    }
    for (String character : characters) {
      words.append(' ').append(Facts.character(character));
    }
    return words.toString();
  }

  static boolean hasWords(String text) {
    return new TokenReader(text).next();
  }
}
