package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the words that the index has of each passage with those that it should have. The index
 * can be read only word by word, so of each passage a sum over its words and their places is made,
 * from both sides. Takes some minutes in a history of a million messages, and 16 bytes for each.
 */
final class IndexSums {
  private static final String TERMS = "temp.passage_terms";

  private static final String OWN_MODEL =
      """
      SELECT passage_model.id FROM reply JOIN passage_model
        ON passage_model.provider = reply.provider AND passage_model.model = reply.model
      WHERE reply.id = ?
      """;

  /** The share of the time that reading the index takes. */
  private static final double INDEXED = 0.5;

  private final Db db;
  private final DoubleConsumer share;
  private final PassageText texts;
  private final long[] passages;
  private final long[] sums;
  private long words;
  private boolean strays;
  private boolean prefixesDiffer;

  private IndexSums(Db db, DoubleConsumer share) throws SQLException {
    this.db = db;
    this.share = share;
    this.texts = new PassageText(db);
    this.passages =
        db.list("SELECT id FROM passage ORDER BY id", row -> row.whole("id")).stream()
            .mapToLong(Long::longValue)
            .toArray();
    this.sums = new long[passages.length];
  }

  /**
   * What the comparison said.
   *
   * @param differing passages that are not what the index says
   * @param gone those that the index knows and nothing is left of
   * @param words how many places of words the index has
   * @param contradicting whether the index has words of passages that are not there, or finds
   *     others by the beginning of a word than by the word
   */
  record Result(Passages differing, Passages gone, long words, boolean contradicting) {}

  /**
   * In a transaction, so that all is of one moment.
   *
   * @param share told how much is done
   */
  static Result of(Db db, DoubleConsumer share) throws SQLException {
    IndexSums sums = new IndexSums(db, share);
    sums.addIndexed();
    return sums.compare();
  }

  private void addIndexed() throws SQLException {
    db.script(
        "CREATE VIRTUAL TABLE %s USING fts5vocab(main, passage_words, instance)".formatted(TERMS));
    try {
      Word word = new Word();
      Cursor cursor = new Cursor();
      List<PrefixCheck> prefixes =
          List.of(
              new PrefixCheck(db, 2, new Cursor()::find),
              new PrefixCheck(db, 3, new Cursor()::find));
      db.each(
          "SELECT term, doc, \"offset\" AS place FROM " + TERMS,
          row -> {
            byte[] term = row.bytes(1);
            if (word.become(term)) {
              share.accept(INDEXED * word.place());
              for (PrefixCheck prefix : prefixes) {
                prefix.word(term);
              }
            }
            words++;
            int at = cursor.find(row.whole(2));
            if (at < 0) {
              strays = true;
            } else {
              sums[at] += word.at(row.whole(3));
              prefixes.forEach(prefix -> prefix.at(at));
            }
          });
      for (PrefixCheck prefix : prefixes) {
        prefixesDiffer |= prefix.isDiffering();
      }
    } finally {
      db.script("DROP TABLE " + TERMS);
    }
  }

  /** Where passages stand. Those of a word come in order, so each is looked for behind the last. */
  private final class Cursor {
    private int last;

    /** Negative where there is none. */
    int find(long passage) {
      if (last < passages.length && passages[last] == passage) {
        return last;
      }
      int from = last < passages.length && passages[last] < passage ? last + 1 : 0;
      int step = 1;
      int to = from;
      while (to < passages.length && passages[to] < passage) {
        from = to + 1;
        to += step;
        step *= 2;
      }
      int at = Arrays.binarySearch(passages, from, Math.min(to + 1, passages.length), passage);
      last = at < 0 ? 0 : at;
      return at;
    }
  }

  private Result compare() throws SQLException {
    Passages differing = new Passages();
    Passages gone = new Passages();
    Cursor cursor = new Cursor();
    db.each(
        """
        SELECT passage.id, passage.comparison AS number, role, message, passage.model,
            coalesce(passage_comparison.comparison, '') AS comparison, coalesce(comparison.title, '') AS title
        FROM passage
        LEFT JOIN passage_comparison ON passage_comparison.id = passage.comparison
        LEFT JOIN comparison ON comparison.id = passage_comparison.comparison
        ORDER BY passage.id
        """,
        row -> {
          Role role = Role.of(row.text("role"));
          String message = row.text(role == Role.TITLE ? "comparison" : "message");
          PassageText.Said said = texts.of(role, message);
          int at = cursor.find(row.whole("id"));
          share.accept(INDEXED + (1 - INDEXED) * at / passages.length);
          Passages.Passage passage = new Passages.Passage(role, message, said, row.text("title"));
          // Words that refer to nothing, or were said at no time, are told by their rows.
          Optional<Instant> sent = at(role, message);
          if (!said.isWorthFinding()) {
            gone.add(passage);
          } else if (sent.isPresent() && !agrees(sums[at], row, sent.get(), said)) {
            differing.add(passage);
          }
        });
    return new Result(differing, gone, words, strays || prefixesDiffer);
  }

  private Optional<Instant> at(Role role, String message) throws SQLException {
    try {
      return texts.at(role, message);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * By another model than the passage says may be what the message says: that is told by itself.
   */
  private boolean agrees(long sum, Row row, Instant at, PassageText.Said said) throws SQLException {
    Long model = row.longOrNull("model");
    if (sum == expected(row, model, at, said)) {
      return true;
    }
    Optional<Long> own =
        model == null
            ? Optional.empty()
            : db.first(OWN_MODEL, it -> it.whole("id"), row.text("message"));
    return own.isPresent() && sum == expected(row, own.get(), at, said);
  }

  private static long expected(Row row, @Nullable Long model, Instant at, PassageText.Said said)
      throws SQLException {
    Role role = Role.of(row.text("role"));
    Facts facts = new Facts(row.whole("number"), role, model, at, said.images());
    long sum = 0;
    Word word = new Word();
    int place = 0;
    for (String term : terms(IndexText.of(facts, said.text()))) {
      word.become(term.getBytes(StandardCharsets.UTF_8));
      sum += word.at(place++);
    }
    return sum;
  }

  /** As the tokenizer {@code ascii} cuts: what is not ASCII is always part of a word. */
  private static List<String> terms(String words) {
    List<String> terms = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= words.length(); i++) {
      boolean inside = i < words.length() && isOfWord(words.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        terms.add(lower(words.substring(start, i)));
        start = -1;
      }
    }
    return terms;
  }

  private static boolean isOfWord(char c) {
    return c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String lower(String term) {
    StringBuilder lower = new StringBuilder(term);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c);
    }
    return lower.toString();
  }

  /** A number for each place of a word, which tells it from all others as good as surely. */
  private static final class Word {
    private byte[] text = {};
    private long sign;

    /** The index names a word once for each of its places, one after the other. */
    boolean become(byte[] next) {
      if (Arrays.equals(next, text)) {
        return false;
      }
      text = next;
      sign = 0;
      for (byte one : next) {
        sign = (sign ^ one) * 0x100000001B3L;
      }
      return true;
    }

    /** How far into the alphabet, roughly: the words of the index come in its order. */
    double place() {
      double first = text.length > 0 ? text[0] & 0xff : 0;
      double second = text.length > 1 ? text[1] & 0xff : 0;
      return Math.clamp((first - '0' + (second - '0') / 75) / ('z' - '0'), 0, 1);
    }

    long at(long place) {
      long mixed = (sign + place) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      return mixed ^ (mixed >>> 31);
    }
  }
}
