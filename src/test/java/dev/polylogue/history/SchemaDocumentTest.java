package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for people who ask the database themselves is true. */
class SchemaDocumentTest {
  private static final Path DOCUMENT = Path.of("resources/schema/README.md");
  private static final String MARK = "<!-- From here on printed from the database. -->\n\n";

  @TempDir private Path folder;

  @Test
  void theWrittenSchemaIsThatOfTheDatabase() throws Exception {
    String written = Files.readString(DOCUMENT);
    String prose = written.substring(0, written.indexOf(MARK) + MARK.length());
    try (HistoryStore store = HistoryStore.open(folder)) {
      String real = prose + store.database().<String>read(db -> new SchemaDocument(db).text());
      Path printed = Path.of("target/schema.md");
      Files.writeString(printed, real);

      assertThat(written)
          .as("%s is not what the database says; copy %s over it", DOCUMENT, printed)
          .isEqualTo(real);
    }
  }

  @Test
  void everyExampleOfTheDocumentRuns() throws Exception {
    try (HistoryStore store = HistoryStore.open(folder)) {
      new FullComparison(store, new Samples(), "word");
      List<String> examples =
          List.of(Files.readString(DOCUMENT).split("```sql\\n")).stream()
              .skip(1)
              .map(text -> text.substring(0, text.indexOf("```")))
              .toList();
      assertThat(examples).isNotEmpty();
      for (String example : examples) {
        assertThat(store.database().<Boolean>read(db -> db.has(example))).as(example).isTrue();
      }
    }
  }

  @Test
  void theViewsSayWhatTheProgramSays() throws Exception {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Samples.Asked asked = new Samples().asked(store);
      store.finish(asked.complete("The moon."), List.of());
      Comparison kept = store.load(asked.comparison().id()).orElseThrow();

      assertThat(
              rows(
                  store,
                  "SELECT role || ': ' || text AS it FROM messages ORDER BY turn, role DESC"))
          .containsExactly("user: Explain tides.", "model: The moon.");
      assertThat(
              rows(store, "SELECT title || ' ' || models || ' ' || turns AS it FROM comparisons"))
          .containsExactly(kept.title() + " sandbox/scribe 1");
      assertThat(rows(store, "SELECT state || coalesce(cost, ' unknown') AS it FROM metrics"))
          .containsExactly("complete unknown");
    }
  }

  private static List<String> rows(HistoryStore store, String sql) throws HistoryException {
    return store.database().read(db -> db.list(sql, row -> row.text("it")));
  }
}
