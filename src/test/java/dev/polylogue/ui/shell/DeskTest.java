package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.composer.Knobs;
import dev.polylogue.ui.history.HistoryRow;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Desk desk() {
    Desk desk = new Desk(bench.services, work, work, Bench.TEXTS, Bench.CLOCK);
    desk.start();
    return desk;
  }

  @Test
  void theFirstStartOffersTwoSandboxModelsAndAPrompt() {
    Desk desk = desk();
    assertThat(desk.chat().panes())
        .extracting(pane -> pane.model().toString())
        .containsExactly("sandbox/scribe", "sandbox/thinker");
    assertThat(desk.composer().sendableProperty().get()).isTrue();
    assertThat(desk.history().rows()).hasSize(2);
  }

  @Test
  void whatWasOpenLastIsOpenAgain() throws Exception {
    UUID first = bench.comparison("scribe");
    bench.comparison("thinker");
    desk().open(first);
    assertThat(desk().history().selectedProperty().get()).isEqualTo(first);
  }

  @Test
  void whoLeftInTheMiddleOfAPhotoComesBackToIt() throws Exception {
    UUID older = photo("older");
    photo("newer");
    Desk left = desk();
    left.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
    left.photos().photos().open(older);

    Desk back = desk();
    assertThat(back.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
    assertThat(back.photos().photo().sessionProperty().get().id()).isEqualTo(older);
    assertThat(back.chat().openedProperty().get()).as("the chat is there too").isNotNull();

    back.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    assertThat(desk().shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.CHAT);
  }

  @Test
  void aLastPhotoThatIsGoneGivesWayToTheChat() throws Exception {
    UUID gone = photo("gone");
    bench.services.settings().update(all -> all.with(all.window().withPhoto(gone)));
    bench.services.photos().delete(gone);

    assertThat(desk().shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.CHAT);
  }

  private UUID photo(String words) throws Exception {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, words.hashCode());
    return bench.services.photos().begin(PictureWriter.png(image), "image/png", words).id();
  }

  @Test
  void aLastComparisonThatIsGoneGivesWayToTheNewest() throws Exception {
    UUID newest = bench.comparison("scribe");
    bench.services.settings().update(current -> current.withLast(new UUID(7, 7)));
    assertThat(desk().history().selectedProperty().get()).isEqualTo(newest);
  }

  @Test
  void aBlankComparisonIsNotDoubled() {
    Desk desk = desk();
    desk.newComparison();
    desk.newComparison();
    desk.newComparison();
    assertThat(desk.history().rows()).hasSize(3);
    assertThat(desk.composer().textProperty().get()).isEmpty();
  }

  @Test
  void fastCallsForANewComparisonBeginOne() {
    Desk desk = desk();
    work.hold();
    desk.newComparison();
    desk.newComparison();
    work.next();
    desk.newComparison();
    work.letGo();
    assertThat(desk.history().rows()).hasSize(3);

    desk.composer().textProperty().set("Tides?");
    desk.newComparison();
    assertThat(desk.history().rows()).as("the next is not held back").hasSize(4);
  }

  @Test
  void whatIsTypedBeforeTheNewComparisonIsThereGoesToThatOne() throws Exception {
    Desk desk = desk();
    UUID old = desk.chat().openedProperty().get().id();
    String first = desk.composer().textProperty().get();
    work.hold();
    desk.newComparison();
    assertThat(desk.composer().textProperty().get()).isEmpty();
    desk.composer().textProperty().set("Tid");
    assertThat(desk.composer().sendableProperty().get()).as("nowhere to go yet").isFalse();
    work.letGo();
    assertThat(desk.chat().openedProperty().get().id()).isNotEqualTo(old);
    assertThat(desk.composer().textProperty().get()).isEqualTo("Tid");
    assertThat(desk.composer().sendableProperty().get()).isTrue();
    assertThat(bench.services.comparisons().open(old).orElseThrow().draft()).isEqualTo(first);
  }

  @Test
  void whatWasTypedForANewComparisonThatCouldNotBeginIsKept() {
    Desk desk = desk();
    String first = desk.composer().textProperty().get();
    work.hold();
    desk.newComparison();
    desk.composer().textProperty().set("Tides?");
    bench.close();
    work.letGo();
    assertThat(desk.composer().textProperty().get()).isEqualTo(first + "\nTides?");
  }

  @Test
  void whatIsTypedWhileTheComparisonIsReadAgainStays() {
    Desk desk = desk();
    UUID open = desk.chat().openedProperty().get().id();
    desk.chat().rename("Tides");
    work.hold();
    desk.chat().open(open);
    desk.composer().textProperty().set("half a thought");
    work.letGo();
    assertThat(desk.composer().textProperty().get()).isEqualTo("half a thought");
  }

  @Test
  void anEditedMessageIsSentThoughTheComparisonWasReadAgainMeanwhile() throws Exception {
    Desk desk = desk();
    UUID open = desk.chat().openedProperty().get().id();
    desk.composer().send();
    bench.awaitStreams(2);
    bench.streams.forEach(stream -> stream.say("So.").end());
    bench.awaitQuiet(open);
    desk.frame();
    assertThat(desk.composer().editLast()).isTrue();
    desk.composer().textProperty().set("In other words?");
    desk.chat().rename("Tides");
    desk.chat().open(open);
    desk.composer().send();
    bench.awaitStreams(4);
    assertThat(desk.chat().panes())
        .allSatisfy(
            pane -> assertThat(pane.turns().getLast().prompt()).isEqualTo("In other words?"));
  }

  @Test
  void theKnobsSetEveryPaneAndTwoQuickTurnsBothHold() {
    Desk desk = desk();
    work.hold();
    desk.knobs().setReasoning("high");
    desk.knobs().setSearch(true);
    work.letGo();
    assertThat(desk.chat().panes())
        .allSatisfy(
            pane -> {
              assertThat(pane.parametersProperty().get().text(Setting.REASONING_EFFORT))
                  .contains("high");
              assertThat(pane.parametersProperty().get().isOn(Setting.WEB_SEARCH)).isTrue();
            });
    assertThat(desk.knobs().reasoning().getValue()).isEqualTo("high");
    assertThat(desk.knobs().search().getValue()).isEqualTo(Knobs.Share.ALL);
    desk.knobs().setSearch(false);
    assertThat(desk.knobs().search().getValue()).isEqualTo(Knobs.Share.NONE);
  }

  @Test
  void theInspectorStandsAtTheNextStartAsItStood() {
    Desk desk = desk();
    desk.inspector().toggle();
    desk.inspector().resize(512);
    desk.close();
    Desk next = desk();
    assertThat(next.inspector().openProperty().get()).isTrue();
    assertThat(next.inspector().widthProperty().get()).isEqualTo(512);
    assertThat(next.inspector().subjectProperty().get()).isNotNull();
  }

  @Test
  void theSidebarFollowsTheRow() {
    Desk desk = desk();
    desk.addPane(() -> {});
    assertThat(desk.history().rows().getLast())
        .isInstanceOfSatisfying(
            HistoryRow.Entry.class, row -> assertThat(row.comparison().panes()).hasSize(3));
  }

  @Test
  void whatTheHistoryRefusesIsSaidAcrossTheTop() {
    Desk desk = desk();
    bench.close();
    desk.chat().rename("Other");
    assertThat(desk.shell().noticeProperty().get()).isNotEmpty();
    desk.shell().dismissNotice();
    assertThat(desk.shell().noticeProperty().get()).isEmpty();
  }

  @Test
  void aHitBearsTheTitleThatItsComparisonHasNow() {
    Desk desk = desk();
    desk.chat().rename("Harbour old");
    desk.searching().search().wordsProperty().set("harbour");
    assertThat(desk.searching().search().rows().getFirst().entry().title())
        .isEqualTo("Harbour old");

    desk.chat().rename("Harbour new");

    assertThat(desk.searching().search().rows().getFirst().entry().title())
        .isEqualTo("Harbour new");
  }

  /** D07: the folder of this test has room, so what was said of a full disk is no longer so. */
  @Test
  void whatWasSaidOfAFullDiskGoesOnceThereIsRoom() throws Exception {
    Desk desk = desk();
    HistoryException full = full();
    desk.report(full);
    assertThat(desk.shell().noticeProperty().get()).startsWith("The disk is full");

    desk.lookOutside();

    assertThat(desk.shell().noticeProperty().get()).isEmpty();
    desk.shell().notice("Something else.");
    desk.lookOutside();
    assertThat(desk.shell().noticeProperty().get()).isEqualTo("Something else.");
  }

  @Test
  void whatWasWrittenWhileTheFolderWasAwayIsStoredOnceItIsBack_D14() throws Exception {
    Desk desk = desk();
    UUID open = desk.chat().openedProperty().get().id();
    Path file = home.resolve("polylogue.db");
    Path away = home.resolve("elsewhere.db");
    Files.move(file, away);
    desk.composer().textProperty().set("half a thought");
    desk.composer().saveDraft();
    assertThat(desk.shell().noticeProperty().get()).contains("is no longer there");
    desk.lookOutside();
    desk.lookOutside();
    assertThat(desk.shell().noticeProperty().get()).as("still so").contains("no longer there");

    Files.move(away, file);
    desk.lookOutside();
    desk.lookOutside();

    assertThat(desk.shell().noticeProperty().get()).as("no longer so").isEmpty();
    assertThat(bench.services.comparisons().open(open).orElseThrow().draft())
        .isEqualTo("half a thought");
  }

  @Test
  void thatTheHistoryIsInUseIsSaidUntilSomethingIsStoredAgain_D15() throws Exception {
    Desk desk = desk();
    Path file = home.resolve("polylogue.db");
    Path away = home.resolve("elsewhere.db");
    Files.move(file, away);
    desk.chat().rename("Tides");
    Files.move(away, file);
    desk.report(new HistoryException(HistoryException.Kind.IN_USE, "It is in use.", null));
    desk.lookOutside();
    assertThat(desk.shell().noticeProperty().get()).as("none was tried").contains("in use");

    desk.composer().send();
    desk.lookOutside();

    assertThat(desk.shell().noticeProperty().get()).isEmpty();
  }

  private static HistoryException full() {
    return new HistoryException(
        HistoryException.Kind.FULL, "The disk is full: nothing more could be stored.", null);
  }

  @Test
  void aPromptThatCouldNotBeStoredComesBack() {
    Desk desk = desk();
    bench.close();
    desk.composer().send();
    assertThat(desk.composer().textProperty().get()).isEqualTo(Bench.TEXTS.get("composer.first"));
    assertThat(desk.shell().noticeProperty().get()).isNotEmpty();
  }
}
