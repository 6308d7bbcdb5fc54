package dev.polylogue.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Titles as the index of a damaged history knows them: by their words, folded. */
final class IndexedTitles {
  private static final String TERMS = "temp.title_terms";

  private IndexedTitles() {}

  /**
   * @param words with single blanks between them
   * @param parted whether some of them are pieces, of a script that is written without blanks
   */
  record Words(String words, boolean parted) {}

  /**
   * Reads the whole index, which takes a minute or more where it is large.
   *
   * @param titles the number of the title of each comparison that is wanted
   * @return the words of those that were found, by comparison
   */
  static Map<String, Words> of(Db damaged, Map<Long, String> titles) throws SQLException {
    Map<Long, SortedMap<Long, String>> found = new HashMap<>();
    if (titles.isEmpty()) {
      return Map.of();
    }
    try {
      damaged.script("PRAGMA query_only = OFF");
      damaged.script(
          "CREATE VIRTUAL TABLE IF NOT EXISTS %s USING fts5vocab(main, passage_words, instance)"
              .formatted(TERMS));
      damaged.each(
          "SELECT term, doc, \"offset\" AS place FROM " + TERMS,
          row -> {
            if (titles.containsKey(row.whole("doc"))) {
              found
                  .computeIfAbsent(row.whole("doc"), doc -> new TreeMap<>())
                  .put(row.whole("place"), row.text("term"));
            }
          });
    } catch (SQLException e) {
      // An index that can't be read throughout may lack words in the middle.
      return Map.of();
    }
    Map<String, Words> words = new HashMap<>();
    found.forEach((number, terms) -> words.put(titles.getOrDefault(number, ""), words(terms)));
    return words;
  }

  private static Words words(SortedMap<Long, String> terms) {
    return new Words(
        String.join(" ", terms.values().stream().filter(term -> !Facts.is(term)).toList()),
        terms.values().stream().anyMatch(term -> term.startsWith(Facts.parted())));
  }
}
