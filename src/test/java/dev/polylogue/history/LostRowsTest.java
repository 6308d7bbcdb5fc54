package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Found.Role;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D19: what a salvage lost is named, and what was never there is not. */
class LostRowsTest {
  private static final String PLACEHOLDER = "[The words of this prompt could not be saved.]";

  @TempDir Path home;
  private Path database;
  private Restorer restorer;
  private Turn empty;

  @BeforeEach
  void keepSome() throws Exception {
    database = home.resolve("polylogue.db");
    restorer = new Restorer(Places.usual(home), () -> Samples.NOON);
    try (HistoryStore store = HistoryStore.open(home)) {
      new FullComparison(store, new Samples(), "word");
      Samples samples = new Samples(new UUID(0x7100L, 0));
      Samples.Asked asked = samples.asked(store);
      store.finish(asked.complete("The moon pulls."), List.of());
      empty = new Turn(samples.id(), new Message(Message.Role.USER, List.of()), Samples.NOON);
      Reply greeting = samples.queued(asked.comparison().panes().getFirst());
      store.beginTurn(asked.comparison().id(), empty, Map.of(asked.pane(), greeting));
      store.finish(
          new Samples.Asked(asked.comparison(), empty, greeting).complete("Good morning."),
          List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"comparison_tag", "exchange", "edit_step", "picture_mark", "reply_part", "vote"})
  void eachTableThatLostRowsIsNamedWithTheirNumber(String table) throws Exception {
    int rows = rows(table);
    Damage.trees(database, table);

    Restorer.Restored saved = restorer.salvage();

    assertThat(rows).isPositive();
    assertThat(saved.losses().rows()).contains(new Loss(table, rows, true));
    assertThat(new Loss(table, rows, true).words()).endsWith(" (" + rows + ")");
    assertThat(saved.isWhole()).isFalse();
  }

  @Test
  void aTableIsNamedToWhereNothingTellsHowMuchWasLost() throws Exception {
    Damage.trees(database, "comparison_tag", "sqlite_autoindex_comparison_tag_1");

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.losses().rows()).containsExactly(new Loss("comparison_tag", 0, false));
    assertThat(saved.losses().rows().getFirst().words()).isEqualTo("tags (some)");
  }

  /** An import begins so where the first message is an answer. */
  @ParameterizedTest
  @ValueSource(strings = {"pane", "comparison_tag", "turn_part", "turn"})
  void aPromptThatNeverHadWordsHasLostNone(String table) throws Exception {
    Damage.trees(database, table);

    Restorer.Restored saved = restorer.salvage();

    assertThat(firstWordsOf(empty.id())).isEmpty();
    assertThat(placeholders()).hasSize(table.equals("turn_part") ? 3 : 0);
    assertThat(saved.losses().messages()).hasSameSizeAs(placeholders());
  }

  @Test
  void everyPromptThatMayHaveLostItsWordsIsCounted() throws Exception {
    Damage.trees(database, "turn_part", "sqlite_autoindex_turn_part_1", "passage");

    Restorer.Restored saved = restorer.salvage();

    assertThat(placeholders()).isNotEmpty();
    assertThat(saved.losses().messages().stream().filter(lost -> lost.role() == Role.USER))
        .hasSameSizeAs(placeholders());
  }

  private List<String> firstWordsOf(UUID turn) throws Exception {
    try (Db db = Connections.reading(database, 50)) {
      return db.list("SELECT text FROM turn_part WHERE turn = ?", row -> row.text("text"), turn);
    }
  }

  private List<String> placeholders() throws Exception {
    try (Db db = Connections.reading(database, 50)) {
      return db.list(
          "SELECT turn FROM turn_part WHERE text = ?", row -> row.text("turn"), PLACEHOLDER);
    }
  }

  private int rows(String table) throws Exception {
    try (Db db = Connections.reading(database, 50)) {
      return db.first("SELECT count(*) AS n FROM " + table, row -> row.number("n")).orElseThrow();
    }
  }
}
