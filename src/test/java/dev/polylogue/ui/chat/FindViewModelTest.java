package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindViewModelTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private final OnTheSpot searching = new OnTheSpot();
  private final List<Exception> troubles = new ArrayList<>();
  private final LiveRounds rounds = new LiveRounds();
  private Bench bench;
  private ChatViewModel chat;
  private FindViewModel find;
  private UUID comparison;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    chat =
        new ChatViewModel(
            bench.services.comparisons(), bench.services.compare(), work, rounds, troubles::add);
    comparison = bench.comparison("scribe", "thinker");
    chat.open(comparison);
    chat.send(Prompt.of("tell of the sea"), List.copyOf(chat.panes()), () -> {});
    find = new FindViewModel(chat, searching, Bench.TEXTS, troubles::add);
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(troubles).isEmpty();
  }

  private int pane() {
    return chat.panes().indexOf(find.currentProperty().get().pane());
  }

  @Test
  void placesOfAllPanesAreCountedAndGoneThroughInARing() {
    find.openProperty().set(true);
    find.wordsProperty().set("sea");
    assertThat(find.statusProperty().get()).isEqualTo("1 of 2");
    assertThat(pane()).isZero();
    find.next();
    assertThat(find.statusProperty().get()).isEqualTo("2 of 2");
    assertThat(pane()).isEqualTo(1);
    find.next();
    assertThat(pane()).isZero();
    find.previous();
    assertThat(pane()).isEqualTo(1);
  }

  @Test
  void theSearchBeginsInTheCurrentPane() {
    chat.focus(chat.panes().get(1));
    find.openProperty().set(true);
    find.wordsProperty().set("sea");
    assertThat(find.statusProperty().get()).isEqualTo("2 of 2");
  }

  @Test
  void switchesNarrowAndClosingForgets() {
    find.openProperty().set(true);
    find.wordsProperty().set("Sea");
    find.matchCaseProperty().set(true);
    assertThat(find.statusProperty().get()).isEqualTo("Nothing found");
    find.matchCaseProperty().set(false);
    find.wholeWordsProperty().set(true);
    assertThat(find.statusProperty().get()).isEqualTo("1 of 2");
    find.close();
    assertThat(find.resultProperty().get()).isNull();
    assertThat(find.statusProperty().get()).isEmpty();
  }

  @Test
  void oneSearchIsUnderWayAndTheLastWordsWin() {
    find.openProperty().set(true);
    searching.hold();
    find.wordsProperty().set("s");
    find.wordsProperty().set("se");
    find.wordsProperty().set("nowhere");
    assertThat(find.resultProperty().get()).isNull();
    searching.letGo();
    assertThat(find.resultProperty().get().needle().words()).isEqualTo("nowhere");
    assertThat(find.statusProperty().get()).isEqualTo("Nothing found");
  }

  @Test
  void nothingIsSaidToBeMissingBeforeAllWasSearched() {
    find.openProperty().set(true);
    searching.hold();
    find.wordsProperty().set("nowhere");
    find.wordsProperty().set("sea");
    assertThat(find.statusProperty().get()).isEqualTo("Searching …");
    searching.next();
    assertThat(find.statusProperty().get())
        .as("the first words were not found")
        .isEqualTo("Searching …");
    searching.letGo();
    assertThat(find.statusProperty().get()).isEqualTo("1 of 2");
  }

  @Test
  void whatComesLaterIsCountedAndLeadsNowhere() {
    find.openProperty().set(true);
    find.wordsProperty().set("of the");
    FindViewModel.Spot before = find.currentProperty().get();
    chat.stopAll();
    chat.panes()
        .getFirst()
        .begin(
            new UUID(1, 1),
            Prompt.of("more of the sea"),
            new ModelRef("sandbox", "scribe"),
            shown());
    find.refresh();
    assertThat(find.statusProperty().get()).isEqualTo("1 of 3");
    assertThat(find.currentProperty().get()).isEqualTo(before);
  }

  private dev.polylogue.run.Snapshot shown() {
    return chat.panes().getFirst().turns().getFirst().reply();
  }

  @Test
  void thePlaceInEachPaneIsThereAfterAnotherComparison() throws Exception {
    UUID turn = chat.panes().getFirst().turns().getFirst().turn();
    ReadingPlace place = new ReadingPlace(turn, 4, 2, 31);
    chat.stopAll();
    bench.awaitQuiet(comparison);
    chat.panes().getFirst().placeProperty().set(place);
    chat.open(bench.comparison("scribe"));
    assertThat(chat.panes().getFirst().placeProperty().get()).isNull();
    chat.open(comparison);
    assertThat(chat.panes().getFirst().placeProperty().get()).isEqualTo(place);
    assertThat(chat.panes().get(1).placeProperty().get()).isNull();
    chat.panes().getFirst().placeProperty().set(null);
    chat.keepPlaces();
    assertThat(bench.services.comparisons().places(comparison)).isEmpty();
  }
}
