package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.settings.ProviderLine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program writes while the window is open is seen there. */
class OutsideChangesTest {
  private static final ProviderSettings TERMINAL =
      new ProviderSettings(
          "terminal",
          Protocol.OPENAI_CHAT,
          URI.create("http://localhost:8000/v1"),
          KeyPlace.NONE,
          Map.of(),
          Map.of());

  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    desk = new Desk(bench.services, work, work, Bench.TEXTS, Bench.CLOCK);
    desk.start();
    desk.lookOutside();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aNewTitleOfTheOpenComparisonAndOfTheListAreShown() throws Exception {
    UUID open = desk.chat().openedProperty().get().id();
    try (HistoryStore other = HistoryStore.open(home)) {
      other.rename(open, "Named in a terminal");
    }

    desk.lookOutside();

    assertThat(desk.chat().titleProperty().get()).isEqualTo("Named in a terminal");
    assertThat(desk.history().rows().toString()).contains("Named in a terminal");
  }

  @Test
  void aPhotoThatIsEditedInATerminalComesIntoTheListAndNewsOfTheOpenOneOntoTheScreen()
      throws Exception {
    desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
    PhotoDesk photos = desk.photos();
    UUID open = photos.photo().sessionProperty().get().id();
    assertThat(photos.photos().entries()).hasSize(1);
    EditSession outside;
    try (HistoryStore other = HistoryStore.open(home)) {
      outside = session(other);
    }

    desk.lookOutside();

    assertThat(photos.photos().entries())
        .extracting(EditEntry::id)
        .containsExactlyInAnyOrder(open, outside.id());
    assertThat(photos.photo().sessionProperty().get().id()).as("it stays").isEqualTo(open);

    photos.photo().open(outside.id());
    try (HistoryStore other = HistoryStore.open(home)) {
      other.rename(outside.id(), "Harbour at dusk");
    }
    desk.lookOutside();

    assertThat(photos.photo().sessionProperty().get().comparison().title())
        .isEqualTo("Harbour at dusk");
    assertThat(photos.photos().entries().toString()).contains("Harbour at dusk");
  }

  private static EditSession session(HistoryStore other) throws Exception {
    Bytes photo = Made.written(Made.halves(60, 40), "png");
    Blob kept = other.blobs().keep(photo, "image/png", "harbour.png");
    Comparison made =
        new Comparison(new UUID(4, 7), "", Bench.CLOCK.instant(), List.of(), List.of(), "");
    other.edits().create(made, kept);
    return other.edits().load(made.id()).orElseThrow();
  }

  @Test
  void aProviderThatIsAddedInATerminalIsThereAndOneThatIsRemovedIsNot() throws Exception {
    SettingsStore other = SettingsStore.open(home);
    other.update(settings -> settings.with(TERMINAL));

    desk.lookOutside();

    assertThat(ids()).contains("terminal");
    assertThat(bench.services.providers().find("terminal")).contains(TERMINAL);
    ProviderLine before = desk.settings().providers().lines().getLast();
    desk.lookOutside();
    assertThat(desk.settings().providers().lines().getLast()).as("no news").isSameAs(before);

    other.update(settings -> settings.without("terminal"));
    desk.lookOutside();

    assertThat(ids()).doesNotContain("terminal");
  }

  @Test
  void settingsThatCantBeReadNowLeaveWhatWasRead() throws Exception {
    SettingsStore.open(home).update(settings -> settings.with(TERMINAL));
    desk.lookOutside();
    Files.writeString(home.resolve("settings.json"), "{ half a fi");

    desk.lookOutside();

    assertThat(ids()).contains("terminal");
  }

  private List<String> ids() {
    return desk.settings().providers().lines().stream().map(line -> line.provider().id()).toList();
  }

  @Test
  void whatTheWindowWritesItselfIsNoNews() throws Exception {
    UUID open = desk.chat().openedProperty().get().id();
    long before = bench.services.comparisons().outsideVersion().getAsLong();

    bench.services.comparisons().rename(open, "Named here");

    assertThat(bench.services.comparisons().outsideVersion()).hasValue(before);
  }
}
