package dev.polylogue.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.Presets;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddProviderViewModelTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private ProvidersViewModel lines;
  private AddProviderViewModel form;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    List<Exception> troubles = new ArrayList<>();
    lines = new ProvidersViewModel(bench.services.providers(), work, Bench.TEXTS, troubles::add);
    form =
        new AddProviderViewModel(
            Presets.load(), bench.services.providers(), work, Bench.TEXTS, lines::refresh);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void type(Field field, String text) {
    form.textProperty(field).set(text);
  }

  @Test
  void aProviderIsAddedAsTyped() {
    type(Field.NAME, "mine");
    type(Field.ADDRESS, "https://api.example.com/v1");
    type(Field.VARIABLE, "MY_KEY");
    type(Field.OPTIONS, "api-version=2026-01-01\n\n other = x=y ");
    form.add();
    ProviderSettings added = bench.services.providers().find("mine").orElseThrow();
    assertThat(added.keyVariable()).isEqualTo("MY_KEY");
    assertThat(added.options()).isEqualTo(Map.of("api-version", "2026-01-01", "other", "x=y"));
    assertThat(lines.lines()).hasSize(2);
    assertThat(form.openProperty().get()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, My Provider",
    "NAME, ''",
    "NAME, a/b",
    "ADDRESS, api.example.com",
    "ADDRESS, ftp://example.com",
    "ADDRESS, https://",
    "VARIABLE, two words",
    "OPTIONS, no-value"
  })
  void whatIsWrongIsSaidNextToItsFieldAndNothingIsStored(Field field, String text) {
    type(Field.NAME, "mine");
    type(Field.ADDRESS, "https://api.example.com/v1");
    type(field, text);
    form.add();
    assertThat(form.errorProperty(field).get()).isNotEmpty();
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void theNameOfTheSandboxIsTaken() {
    type(Field.NAME, "sandbox");
    type(Field.ADDRESS, "https://api.example.com/v1");
    form.add();
    assertThat(form.problemProperty().get()).contains("sandbox");
  }

  @Test
  void aTypedKeyIsHeldForTheRunAndWrittenNowhere() throws Exception {
    String key = "typed-key-of-this-test";
    type(Field.NAME, "mine");
    type(Field.ADDRESS, "https://api.example.com/v1");
    type(Field.KEY, key);
    form.add();
    assertThat(bench.services.providers().holdsKey("mine")).isTrue();
    assertThat(form.textProperty(Field.KEY).get()).isEmpty();
    assertThat(lines.lines().getLast().keyPlace()).contains("this run");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(key);
      }
    }
  }

  @Test
  void aPresetFillsTheFormButNotOverWhatWasTyped() {
    type(Field.NAME, "work");
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    assertThat(form.textProperty(Field.NAME).get()).isEqualTo("work");
    assertThat(form.textProperty(Field.ADDRESS).get()).isEqualTo("https://api.x.ai/v1");
    form.presetProperty().set(Presets.named("openai").orElseThrow());
    assertThat(form.textProperty(Field.ADDRESS).get()).isEqualTo("https://api.openai.com/v1");
    assertThat(form.textProperty(Field.VARIABLE).get()).isEqualTo("OPENAI_API_KEY");
  }

  @Test
  void aTestSaysInWordsWhatCame() {
    ProviderLine line = lines.lines().getFirst();
    lines.test(line);
    assertThat(line.findingProperty().get()).isEqualTo("Works: 2 models listed");
    bench.models = null;
    lines.test(line);
    assertThat(line.verdictProperty().get()).isEqualTo(ProviderLine.Verdict.FAILED);
    assertThat(line.findingProperty().get()).isEqualTo("The key was not accepted.");
  }

  @Test
  void aProviderCanBeRemovedButNotTheSandbox() {
    aProviderIsAddedAsTyped();
    lines.remove(lines.lines().getLast());
    assertThat(lines.lines()).hasSize(1);
    assertThat(lines.lines().getFirst().removable()).isFalse();
  }
}
