package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.settings.Shelf.PanePreset;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.chat.PresetsViewModel.Kind;
import dev.polylogue.ui.chat.PresetsViewModel.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsViewModelTest {
  private static final ModelRef GROK = new ModelRef("xai", "grok-4.3");
  private static final Parameters SET =
      Parameters.NONE
          .with(Setting.SYSTEM, "Answer briefly.\nIn German.")
          .with(Setting.TEMPERATURE, "0.7")
          .with(Setting.SEED, "-3")
          .with(Setting.STOP, "###\nEND")
          .with(Setting.REASONING_EFFORT, "high")
          .with(Setting.EXTRA, "{\"top_k\": 40}");

  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private final List<Exception> troubles = new ArrayList<>();
  private PresetsViewModel presets;

  @BeforeEach
  void open() throws Exception {
    presets = reopened();
  }

  private PresetsViewModel reopened() throws Exception {
    return new PresetsViewModel(SettingsStore.open(home), work, Bench.TEXTS, troubles::add);
  }

  private static PaneViewModel pane(ModelRef model, Parameters set) {
    return new PaneViewModel(Pane.empty(UUID.randomUUID(), model, set));
  }

  private List<String> names() {
    return presets.presets().stream().map(PanePreset::name).toList();
  }

  @Test
  void everySettingComesBackAfterARestart() throws Exception {
    assertThat(presets.save("  Brief  ", pane(GROK, SET))).isTrue();
    presets = reopened();
    assertThat(presets.presets()).containsExactly(new PanePreset("Brief", GROK, SET));
    assertThat(troubles).isEmpty();
  }

  @Test
  void aPresetThatIsStillBeingStoredIsShownAllTheSame() throws Exception {
    work.hold();
    presets.save("Brief", pane(GROK, SET));
    presets.open();
    assertThat(names()).containsExactly("Brief");
    work.letGo();
    presets.open();
    assertThat(names()).containsExactly("Brief");
  }

  @Test
  void aNameThatIsTakenIsAQuestionInPlace() throws Exception {
    presets.save("Brief", pane(GROK, SET));
    presets.save("Other", pane(GROK, Parameters.NONE));
    PaneViewModel plain = pane(GROK, Parameters.NONE);
    assertThat(presets.save("Brief", plain)).isFalse();
    assertThat(presets.questionProperty().get()).isEqualTo(new Question(Kind.OVERWRITE, "Brief"));
    assertThat(presets.named("Brief").orElseThrow().parameters()).isEqualTo(SET);
    presets.overwrite("Brief", plain);
    presets = reopened();
    assertThat(presets.named("Brief").orElseThrow().parameters()).isEqualTo(Parameters.NONE);
    assertThat(names()).containsExactly("Brief", "Other");
  }

  @Test
  void aRenamedPresetKeepsItsPlaceAndNeverSwallowsAnother() throws Exception {
    presets.save("One", pane(GROK, SET));
    presets.save("Two", pane(GROK, SET));
    assertThat(presets.rename("One", "Two")).isFalse();
    assertThat(presets.rename("One", " ")).isFalse();
    assertThat(presets.rename("One", "x".repeat(61))).isFalse();
    assertThat(presets.rename("One", "First")).isTrue();
    presets = reopened();
    assertThat(names()).containsExactly("First", "Two");
    presets.delete("First");
    presets = reopened();
    assertThat(names()).containsExactly("Two");
  }

  @Test
  void applyingKeepsTheThreadAndIfWantedTheModel() throws Exception {
    try (Bench bench = new Bench(home)) {
      ChatViewModel chat =
          new ChatViewModel(
              bench.services.comparisons(),
              bench.services.compare(),
              work,
              new LiveRounds(),
              troubles::add);
      UUID comparison = bench.comparison("scribe");
      chat.open(comparison);
      PaneViewModel pane = chat.panes().getFirst();
      PanePreset preset = new PanePreset("Brief", GROK, SET);
      presets.keepsModelProperty().set(true);
      presets.apply(preset, pane, chat);
      assertThat(pane.model().model()).isEqualTo("scribe");
      assertThat(pane.parametersProperty().get()).isEqualTo(SET);
      presets.keepsModelProperty().set(false);
      presets.apply(preset, pane, chat);
      Pane stored = bench.services.comparisons().open(comparison).orElseThrow().panes().getFirst();
      assertThat(stored.id()).isEqualTo(pane.id());
      assertThat(stored.model()).isEqualTo(GROK);
      assertThat(stored.parameters()).isEqualTo(SET);
    }
  }
}
