package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChooserViewModelTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private ModelChooserViewModel chooser;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    bench
        .services
        .providers()
        .add(
            new ProviderSettings(
                "other",
                Protocol.OPENAI_CHAT,
                URI.create("https://api.example.com/v1"),
                KeyPlace.NONE,
                Map.of(),
                Map.of()));
    chooser = new ModelChooserViewModel(bench.services.providers(), work, Bench.TEXTS);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> refs() {
    return chooser.rows().stream()
        .flatMap(row -> ModelChooserViewModel.choice(row).stream())
        .map(ModelRef::toString)
        .toList();
  }

  @Test
  void theModelsOfAllProvidersAreListedUnderTheirNames() {
    chooser.open();
    assertThat(chooser.rows().getFirst()).isEqualTo(new ChooserRow.Heading("sandbox", true));
    assertThat(refs())
        .containsExactly("sandbox/scribe", "sandbox/thinker", "other/scribe", "other/thinker");
  }

  @Test
  void typingFilters() {
    chooser.open();
    chooser.filterProperty().set("THINK");
    assertThat(refs()).containsExactly("sandbox/thinker", "other/thinker");
  }

  @Test
  void aModelThatIsNotListedCanBeTyped() {
    chooser.open();
    chooser.filterProperty().set("other/unlisted-1");
    assertThat(chooser.rows()).contains(new ChooserRow.Typed(new ModelRef("other", "unlisted-1")));
    chooser.filterProperty().set("nobody/unlisted-1");
    assertThat(refs()).isEmpty();
  }

  @Test
  void aProviderThatRefusesSaysSoInTheList() {
    bench.models = null;
    chooser.open();
    assertThat(chooser.rows()).contains(new ChooserRow.Note("The key was not accepted."));
  }

  @Test
  void theListIsThereWhileItIsStillBeingLoaded() {
    work.hold();
    chooser.open();
    assertThat(chooser.rows()).contains(new ChooserRow.Note("Loading…"));
    work.letGo();
    assertThat(refs()).hasSize(4);
  }

  private List<String> notes() {
    return chooser.rows().stream()
        .filter(ChooserRow.Note.class::isInstance)
        .map(row -> ((ChooserRow.Note) row).text())
        .toList();
  }

  @Test
  void whatNobodyListsIsSaidInWordsWithWhatToDo() {
    chooser.open();
    chooser.filterProperty().set("gpt-99");
    assertThat(refs()).isEmpty();
    assertThat(notes().getFirst()).contains("gpt-99", "provider/model");
    chooser.filterProperty().set("nobody/gpt-99");
    assertThat(notes().getFirst()).contains("no provider", "nobody", "sandbox, other");
  }

  @Test
  void searchingPutsTheProvidersOfAModelTogether() {
    chooser.open();
    chooser.filterProperty().set("scribe");
    assertThat(chooser.rows().getFirst()).isEqualTo(new ChooserRow.Heading("scribe", false));
    assertThat(refs()).containsExactly("sandbox/scribe", "other/scribe");
  }

  @Test
  void aProviderThatRefusedSaysSoBesideWhatWasFound() {
    chooser.open();
    bench.models = null;
    work.hold();
    chooser.open();
    work.letGo();
    chooser.filterProperty().set("scribe");
    assertThat(refs()).containsExactly("sandbox/scribe", "other/scribe");
    assertThat(notes())
        .isNotEmpty()
        .allMatch(note -> note.startsWith("The key was not accepted. Until its list can be had"));
  }
}
