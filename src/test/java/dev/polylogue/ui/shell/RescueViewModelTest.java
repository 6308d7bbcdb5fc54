package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.Guess;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.Loss;
import dev.polylogue.session.Care;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D18, D20, D22 to D24: what the window offers when the history can't be opened. */
class RescueViewModelTest {
  @TempDir Path temp;
  private Path home;
  private Care care;
  private final OnTheSpot work = new OnTheSpot();
  private final List<String> opened = new ArrayList<>();
  private final List<HistoryException> read = new ArrayList<>();

  private final class Room implements RescueViewModel.Room {
    @Override
    public void go(Callable<String> way, Consumer<? super Exception> failed) {
      work.run(way, opened::add, failed);
    }

    @Override
    public void read(HistoryException trouble) {
      read.add(trouble);
    }
  }

  @BeforeEach
  void keepSomething() throws Exception {
    home = temp.resolve("home");
    care = Care.of(home, Bench.CLOCK::instant);
    try (HistoryStore store = HistoryStore.open(home)) {
      Comparisons comparisons = new Comparisons(store, UUID::randomUUID, Bench.CLOCK::instant);
      UUID made =
          comparisons.create(List.of(PaneSpec.of(ModelRef.parse("sandbox/scribe"))), "").id();
      Turn turn = new Turn(UUID.randomUUID(), Message.user("Tides?"), Bench.CLOCK.instant());
      store.beginTurn(made, turn, Map.of());
    }
  }

  @Test
  void whateverASalvageGuessedIsSaidInWords() {
    for (Guess guess : Guess.values()) {
      assertThat(Bench.TEXTS.get("rescue.guessed." + guess.word(), 2))
          .as(guess.word())
          .contains("2");
    }
  }

  @Test
  void whateverASalvageLostIsNamedInWords() {
    assertThat(Loss.TABLES)
        .allSatisfy(table -> assertThat(Bench.TEXTS.get("rescue.lost." + table)).isNotBlank());
    assertThat(Bench.TEXTS.get("rescue.lost.least", "tags", 2)).isEqualTo("tags (2 or more)");
  }

  @Test
  void aDamagedHistoryMayBeRestoredSalvagedOrPutAside() throws Exception {
    care.backups().make();
    cut();

    RescueViewModel rescue = rescue();

    assertThat(rescue.sentenceProperty().get()).contains("is damaged");
    assertThat(words(rescue)).hasSize(5).first().asString().startsWith("Restore the backup of ");
    assertThat(words(rescue))
        .contains("Try to salvage", "Go on reading", "Start empty", "Try again");
    assertThat(opened).as("nothing is done before somebody chooses").isEmpty();

    rescue.choose(rescue.choices().getFirst());

    assertThat(opened).hasSize(1);
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.list(10, 0)).hasSize(1);
    }
  }

  @Test
  void withoutABackupNoneIsOffered() throws Exception {
    cut();

    assertThat(words(rescue()))
        .containsExactly("Try to salvage", "Go on reading", "Start empty", "Try again");
  }

  @Test
  void aWayThatLeadsNowhereSaysSoAndTheOthersStay() throws Exception {
    RescueViewModel rescue = damagedThroughout();
    assertThat(words(rescue)).containsExactly("Try to salvage", "Start empty", "Try again");

    rescue.choose(rescue.choices().getFirst());

    assertThat(opened).isEmpty();
    assertThat(rescue.sentenceProperty().get()).contains("Nothing of a Polylogue history");
    assertThat(rescue.busyProperty().get()).isFalse();
    rescue.choose(rescue.choices().get(1));
    assertThat(opened.getFirst()).contains("quarantine");
  }

  private RescueViewModel damagedThroughout() throws Exception {
    Files.write(database(), new byte[20_000]);
    return rescue();
  }

  @Test
  void whatCanBeReadMayBeReadWithoutAChange() throws Exception {
    cut();
    RescueViewModel rescue = rescue();

    rescue.choose(rescue.choices().get(1));

    assertThat(read)
        .as("D19")
        .singleElement()
        .satisfies(why -> assertThat(why).hasMessageContaining("is damaged"));
    assertThat(opened).isEmpty();
  }

  @Test
  void anEmptyFileOffersNeitherToSalvageNorToRead() throws Exception {
    Files.write(database(), new byte[0]);

    assertThat(words(rescue())).as("D23").containsExactly("Start empty", "Try again");
  }

  @Test
  void theButtonOfABackupSaysWhenItWasMade() throws Exception {
    care.backups().make();
    Files.write(database(), new byte[0]);

    assertThat(words(rescue()).getFirst()).startsWith("Restore the backup of Mar 10, 2026");
  }

  @Test
  void aHistoryOfANewerVersionIsLeftAlone() {
    RescueViewModel rescue =
        new RescueViewModel(
            new IllegalStateException("whatever"), care, work, Bench.TEXTS, new Room());

    assertThat(words(rescue)).containsExactly("Try again");
  }

  private void cut() throws Exception {
    byte[] whole = Files.readAllBytes(database());
    Files.write(database(), Arrays.copyOf(whole, whole.length / 2));
  }

  private Path database() {
    return home.resolve("polylogue.db");
  }

  private RescueViewModel rescue() {
    try {
      HistoryStore.open(home).close();
      throw new AssertionError("it opened");
    } catch (HistoryException e) {
      return new RescueViewModel(e, care, work, Bench.TEXTS, new Room());
    }
  }

  private static List<String> words(RescueViewModel rescue) {
    return rescue.choices().stream().map(RescueViewModel.Choice::words).toList();
  }
}
