package dev.polylogue.history;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongToIntFunction;

/**
 * Whether the index of the beginnings of words finds what the words say. It is asked for each
 * beginning once, when the words have gone past it, so that each passage is read about once for
 * each of its words.
 */
final class PrefixCheck {
  private static final String FIND =
      "SELECT rowid AS passage FROM passage_words WHERE passage_words MATCH ?";

  private final Db db;
  private final int chars;
  private final LongToIntFunction places;
  private final BitSet said = new BitSet();
  private byte[] beginning = {};
  private boolean differing;

  /**
   * @param chars how long a beginning is
   * @param places where a passage stands; negative where it is not there
   */
  PrefixCheck(Db db, int chars, LongToIntFunction places) {
    this.db = db;
    this.chars = chars;
    this.places = places;
  }

  /** The next word, in the order of bytes; of a beginning all come together. */
  void word(byte[] word) throws SQLException {
    int length = length(word);
    if (length != beginning.length
        || !Arrays.equals(word, 0, length, beginning, 0, beginning.length)) {
      ask();
      beginning = Arrays.copyOf(word, length);
    }
  }

  /** A passage that has it. */
  void at(int place) {
    if (beginning.length > 0) {
      said.set(place);
    }
  }

  /** After the last word: whether any beginning finds more or less than it should. */
  boolean isDiffering() throws SQLException {
    ask();
    return differing;
  }

  /** In bytes; 0 for a word that is too short. */
  private int length(byte[] word) {
    int seen = 0;
    for (int i = 0; i < word.length; i++) {
      if ((word[i] & 0xC0) != 0x80 && seen++ == chars) {
        return i;
      }
    }
    return seen < chars ? 0 : word.length;
  }

  private void ask() throws SQLException {
    if (beginning.length > 0 && !differing) {
      db.each(
          FIND,
          row -> {
            int place = places.applyAsInt(row.whole("passage"));
            differing |= place < 0 || !said.get(place);
            said.clear(Math.max(place, 0));
          },
          "\"" + new String(beginning, StandardCharsets.UTF_8) + "\" *");
      differing |= !said.isEmpty();
    }
    said.clear();
  }
}
