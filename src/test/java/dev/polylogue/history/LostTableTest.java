package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D19: all rows of a table are on one page, and that is lost; the rest says what they were. */
class LostTableTest {
  private static final Instant LATER = Samples.NOON.plus(Duration.ofDays(700));

  @TempDir Path home;
  private Path database;
  private Restorer restorer;
  private UUID plain;
  private UUID named;
  private UUID photo;
  private UUID answered;

  @BeforeEach
  void keepSome() throws Exception {
    database = home.resolve("polylogue.db");
    restorer = new Restorer(Places.usual(home), () -> LATER);
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked first = new Samples(new UUID(0x7100L, 0)).asked(store);
      plain = first.comparison().id();
      answered = first.reply().id();
      store.finish(first.complete("The moon pulls."), List.of());
      FullComparison full = new FullComparison(store, new Samples(new UUID(0x7200L, 0)), "word");
      named = full.id;
      store.rename(named, "Harbour, Tides & Boats");
      store.order().pin(List.of(named), true);
      Samples.Asked third = new Samples(new UUID(0x7300L, 0)).asked(store);
      photo = third.comparison().id();
      store.finish(third.ended(ReplyState.COMPLETE, new Part.Picture(full.picture)), List.of());
      store
          .database()
          .write(
              db -> {
                new EditRows(db).begin(photo, full.picture);
                db.run(
                    """
                    INSERT INTO edit_step (turn, options, keep_outside, feather)
                    VALUES (?, '{}', 0, 0)
                    """,
                    third.turn().id());
                db.run(
                    "DELETE FROM edit_step WHERE turn IN (SELECT id FROM turn WHERE comparison = ?)",
                    named);
                db.run("DELETE FROM photo WHERE comparison = ?", named);
              });
    }
  }

  @Test
  void comparisonsAreNamedDatedAndPlacedByWhatIsLeft() throws Exception {
    Damage.trees(database, "comparison");

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.contents().comparisons()).as("D19").isEqualTo(3);
    assertThat(saved.losses().guessed())
        .as("the first words of two are still in the index, so that nothing else was there")
        .containsExactlyInAnyOrderEntriesOf(Map.of(Guess.TITLES, 1, Guess.DATES, 3));
    assertThat(saved.isWhole()).isFalse();
    try (HistoryStore store = HistoryStore.open(home)) {
      List<ComparisonEntry> chats = store.order().list(ComparisonKind.CHAT, Drawer.ALL, 9, 0);
      assertThat(chats)
          .extracting(ComparisonEntry::id)
          .as("what is pinned first")
          .containsExactly(named, plain);
      assertThat(chats)
          .extracting(ComparisonEntry::title)
          .containsExactly("harbour tides boats", "Explain tides.");
      assertThat(store.edits().load(photo)).isPresent();
      assertThat(store.load(plain).orElseThrow().createdAt()).isEqualTo(Samples.NOON);
    }
    assertSound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pane", "turn", "reply"})
  void messagesStayWhateverTheyHungOn(String table) throws Exception {
    Damage.trees(database, table);

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.losses().messages()).as("D19").isEmpty();
    assertThat(saved.contents().turns()).isEqualTo(4);
    assertThat(saved.contents().replies()).isEqualTo(7);
    assertThat(saved.losses().guessed())
        .containsExactlyEntriesOf(
            switch (table) {
              case "pane" -> Map.of(Guess.SETTINGS, 4);
              case "turn" -> Map.of(Guess.PROMPTS, 4);
              default -> Map.of(Guess.FIGURES, 7);
            });
    try (HistoryStore store = HistoryStore.open(home)) {
      var pane = store.load(plain).orElseThrow().panes().getFirst();
      assertThat(pane.model()).isEqualTo(Samples.SCRIBE);
      assertThat(pane.answers().getFirst().reply().text()).isEqualTo("The moon pulls.");
      assertThat(pane.answers().getFirst().reply().id()).isEqualTo(answered);
      assertThat(store.load(plain).orElseThrow().tree().path().getFirst().createdAt())
          .isBetween(Samples.NOON.minus(Duration.ofHours(1)), Samples.NOON);
      var full = store.load(named).orElseThrow();
      assertThat(full.panes()).hasSize(2).first().extracting("model").isEqualTo(Samples.SCRIBE);
      assertThat(full.tree().nodes()).hasSize(2);
      assertThat(full.tree().path()).hasSize(1);
      assertThat(full.panes().getFirst().answers().getLast().alternatives()).hasSize(2);
    }
    assertSound();
  }

  private void assertSound() throws Exception {
    assertThat(new Doctor(Places.usual(home), () -> LATER).examine().findings()).isEmpty();
  }
}
