package dev.polylogue.history;

import dev.polylogue.history.SearchQuery.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Makes tokens of words that are looked for as {@link TokenReader} does of those that are kept. */
final class Phrases {
  private Phrases() {}

  /**
   * The one phrase that a word or a phrase amounts to, or none where it holds no letter.
   *
   * @param open whether its last word may go on
   * @param most tokens, at least 1
   */
  static List<Phrase> of(String text, boolean open, int most) {
    List<String> tokens = new ArrayList<>();
    TokenReader reader = new TokenReader(text);
    boolean half = false;
    boolean inRun = false;
    while (tokens.size() < most && reader.next()) {
      half = reader.kind() == TokenReader.Kind.LAST && !hasMore(text, reader.end());
      if (half && inRun) {
        // The pair before it says it all: what follows the run is not known.
        return List.of(new Phrase(tokens, false, false));
      }
      inRun = reader.kind() == TokenReader.Kind.PAIR;
      tokens.add(reader.token());
    }
    if (tokens.isEmpty()) {
      return List.of();
    }
    if (tokens.size() == 1 && half) {
      return List.of(new Phrase(tokens, false, true));
    }
    boolean mayGoOn = half || open && (isLong(tokens.getLast()) || text.endsWith("*"));
    return List.of(new Phrase(tokens, mayGoOn, false));
  }

  private static boolean hasMore(String text, int from) {
    return new TokenReader(text.substring(from)).next();
  }

  /** One letter alone begins nearly every text; it stands for itself, unless more is asked for. */
  private static boolean isLong(String token) {
    return token.length() > 1;
  }
}
