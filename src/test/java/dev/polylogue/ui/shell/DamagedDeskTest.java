package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D19, D05: a window on a history of which some pages are damaged offers ways on. */
class DamagedDeskTest {
  private static final int PAGE = 4096;

  @TempDir Path home;
  private final OnTheSpot work = new OnTheSpot();
  private final List<Callable<String>> ways = new ArrayList<>();

  @BeforeEach
  void keepMuchThenLoseTheMiddle() throws Exception {
    try (HistoryStore store = HistoryStore.open(home);
        Bench bench = new Bench(home)) {
      for (int i = 0; i < 200; i++) {
        UUID made = bench.comparison("scribe");
        bench.services.comparisons().saveDraft(made, "Draft after draft. ".repeat(40));
        Turn turn =
            new Turn(
                UUID.randomUUID(), Message.user("Tide %d?".formatted(i)), Bench.CLOCK.instant());
        store.beginTurn(made, turn, Map.of());
      }
    }
    try (FileChannel file =
        FileChannel.open(home.resolve("polylogue.db"), StandardOpenOption.WRITE)) {
      long pages = file.size() / PAGE;
      byte[] garbage = new byte[PAGE];
      Arrays.fill(garbage, (byte) 0xA5);
      for (long page = pages / 2; page < pages * 3 / 4; page++) {
        file.write(ByteBuffer.wrap(garbage), page * PAGE);
      }
    }
  }

  private Desk desk(Bench bench) {
    Desk desk = new Desk(bench.services, work, work, Bench.TEXTS, Bench.CLOCK);
    desk.rescue().onReplace(ways::add);
    desk.start();
    return desk;
  }

  @Test
  void aListThatCantBeReadIsNotShownAsAnEmptyOne() throws Exception {
    try (Bench bench = new Bench(home)) {
      Desk desk = desk(bench);

      assertThat(desk.shell().noticeProperty().get()).contains("is damaged");
      assertThat(desk.rescue().openProperty().get()).as("D19").isTrue();
      assertThat(words(desk))
          .containsExactly("Try to salvage", "Go on reading", "Start empty", "Try again");
    }
  }

  @Test
  void whoGoesOnReadingIsNotAskedAgainButFindsTheWaysWhereTheyWere() throws Exception {
    try (Bench bench = new Bench(home)) {
      Desk desk = desk(bench);
      RescueViewModel ailing = desk.rescue().ailingProperty().get();

      ailing.choose(ailing.choices().get(1));
      desk.history().refresh();

      assertThat(desk.rescue().openProperty().get()).isFalse();
      assertThat(ways).isEmpty();
      assertThat(desk.rescue().ailingProperty().get()).isSameAs(ailing);
    }
  }

  @Test
  void whatCanBeReadIsSavedIntoANewHistory() throws Exception {
    try (Bench bench = new Bench(home)) {
      Desk desk = desk(bench);
      RescueViewModel ailing = desk.rescue().ailingProperty().get();
      ailing.choose(ailing.choices().getFirst());
      assertThat(ways).as("only once the history is closed").hasSize(1);
    }

    String said = ways.getFirst().call();

    assertThat(said).startsWith("Saved: ").contains("is kept aside");
    try (Bench bench = new Bench(home)) {
      Desk desk = desk(bench);
      assertThat(desk.shell().noticeProperty().get()).isEmpty();
      assertThat(desk.rescue().ailingProperty().get()).isNull();
      assertThat(desk.history().rows()).as("D19").hasSizeGreaterThan(50);
    }
  }

  @Test
  void healthOffersToSalvageWhereItFindsDamagedPages() throws Exception {
    try (Bench bench = new Bench(home)) {
      Desk desk = desk(bench);
      desk.settings().health().examine();

      assertThat(desk.settings().health().reportProperty().get().findings()).isNotEmpty();
      desk.settings().health().salvage();

      assertThat(ways).hasSize(1);
    }
    assertThat(ways.getFirst().call()).startsWith("Saved: ");
  }

  @Test
  void aHistoryThatIsOnlyReadSaysSoAndRefusesThePrompt() throws Exception {
    HistoryException why = damage();
    try (Bench bench = Bench.forReading(home, why)) {
      Desk desk = desk(bench);

      assertThat(desk.shell().standingProperty().get())
          .startsWith("Nothing can be stored: this history is open for reading only.")
          .contains("is damaged");
      assertThat(desk.rescue().openProperty().get()).as("it was chosen").isFalse();
      desk.composer().textProperty().set("And now?");
      assertThat(desk.composer().sendableProperty().get()).isFalse();
      assertThat(desk.composer().statusProperty().get()).startsWith("Nothing can be sent: ");
    }
  }

  private HistoryException damage() {
    try (HistoryStore store = HistoryStore.open(home)) {
      store.list(1000, 0);
      throw new AssertionError("it could be read");
    } catch (HistoryException e) {
      return e;
    }
  }

  private static List<String> words(Desk desk) {
    return desk.rescue().ailingProperty().get().choices().stream()
        .map(RescueViewModel.Choice::words)
        .toList();
  }
}
