package dev.polylogue.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.KeyPlace.Kind;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.secret.SessionStore;
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
  private final SessionStore keychain = new SessionStore();
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private ProvidersViewModel lines;
  private AddProviderViewModel form;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home, keychain);
    List<Exception> troubles = new ArrayList<>();
    lines =
        new ProvidersViewModel(
            bench.services.setup().doctor(),
            bench.services.providers(),
            work,
            Bench.TEXTS,
            troubles::add);
    form =
        new AddProviderViewModel(
            bench.services.setup(), bench.services.providers(), work, Bench.TEXTS, lines::show);
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
    form.key().kindProperty().set(Kind.VARIABLE);
    form.key().variableProperty().set("MY_KEY");
    type(Field.OPTIONS, "api-version=2026-01-01\n\n other = x=y ");
    form.add();
    ProviderSettings added = bench.services.providers().find("mine").orElseThrow();
    assertThat(added.key()).isEqualTo(KeyPlace.variable("MY_KEY"));
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
  void anErrorGoesWhenItIsPutRightAndStaysUntilThen() {
    type(Field.NAME, "mine");
    type(Field.ADDRESS, "api.example.com");
    form.add();
    type(Field.ADDRESS, "api.example.com/v1");
    assertThat(form.errorProperty(Field.ADDRESS).get()).isNotEmpty();
    type(Field.ADDRESS, "https://api.example.com/v1");
    assertThat(form.errorProperty(Field.ADDRESS).get()).isEmpty();
  }

  @Test
  void aKeyOfOneRunIsWrittenNowhere_T25() throws Exception {
    String key = "typed-key-of-this-test";
    type(Field.NAME, "mine");
    type(Field.ADDRESS, "https://api.example.com/v1");
    form.key().kindProperty().set(Kind.SESSION);
    form.key().keyProperty().set("  " + key + "\n");
    form.add();
    assertThat(form.key().keyProperty().get()).isEmpty();
    assertThat(lines.lines().getLast().keyPlace()).contains("one run");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(key);
      }
    }
  }

  @Test
  void whoHasOnlyAKeyChoosesAPresetPastesItAndIsDone() throws Exception {
    form.openProperty().set(true);
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    form.key().keyProperty().set("the-only-thing-i-have");
    form.testAndAdd();
    assertThat(form.openProperty().get()).isFalse();
    assertThat(keychain.get("xai @ https://api.x.ai:443")).contains("the-only-thing-i-have");
    ProviderLine line = lines.lines().getLast();
    assertThat(line.findingProperty().get()).isEqualTo("Works: 2 models listed");
    assertThat(line.keyPlace()).isEqualTo("Key in the keychain");
  }

  @Test
  void aTestThatFailsStoresNothingAndKeepsWhatWasTyped() throws Exception {
    bench.models = null;
    form.openProperty().set(true);
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    form.key().keyProperty().set("wrong");
    form.testAndAdd();
    assertThat(form.problemProperty().get()).isEqualTo("The key was not accepted.");
    assertThat(form.key().keyProperty().get()).isEqualTo("wrong");
    assertThat(bench.services.providers().all()).hasSize(1);
    assertThat(keychain.get("xai @ https://api.x.ai:443")).isEmpty();
  }

  @Test
  void aPresetThatNeedsAKeyIsNotAddedWithoutOne() {
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    form.add();
    assertThat(form.key().errorProperty().get()).isNotEmpty();
    form.key().keyProperty().set("k");
    assertThat(form.key().errorProperty().get()).isEmpty();
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void whereThereIsNoKeychainTheReasonIsSaidAndAnotherPlaceIsChosen() throws Exception {
    bench.close();
    bench = new Bench(home);
    form =
        new AddProviderViewModel(
            bench.services.setup(), bench.services.providers(), work, Bench.TEXTS, lines::show);
    assertThat(form.key().obstacleProperty().get()).isEmpty();
    form.openProperty().set(true);
    assertThat(form.key().obstacleProperty().get()).contains("the keychain");
    assertThat(form.key().kindProperty().get()).isEqualTo(Kind.SESSION);
  }

  @Test
  void whatComesAfterTheFormWasClosedDoesNotTouchTheNextOne() {
    work.hold();
    form.openProperty().set(true);
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    form.key().keyProperty().set("k");
    form.testAndAdd();
    form.cancel();
    form.openProperty().set(true);
    type(Field.NAME, "another");
    work.letGo();
    assertThat(form.textProperty(Field.NAME).get()).isEqualTo("another");
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void aKeyIsChangedAndThenMovedInPlace() throws Exception {
    whoHasOnlyAKeyChoosesAPresetPastesItAndIsDone();
    KeyChangeViewModel change = lines.lines().getLast().key();
    change.begin();
    change.entry().keyProperty().set("another");
    change.save();
    assertThat(change.openProperty().get()).isFalse();
    assertThat(keychain.get("xai @ https://api.x.ai:443")).contains("another");
    change = lines.lines().getLast().key();
    change.begin();
    change.entry().kindProperty().set(Kind.FILE);
    change.save();
    assertThat(keychain.get("xai @ https://api.x.ai:443")).isEmpty();
    assertThat(Files.readString(home.resolve("keys"))).contains("another");
    assertThat(lines.lines().getLast().keyPlace()).contains("not protected");
    assertThat(lines.lines().getLast().verdictProperty().get())
        .isEqualTo(ProviderLine.Verdict.WORKS);
  }

  @Test
  void aPresetFillsTheFormButNotOverWhatWasTyped() {
    type(Field.NAME, "work");
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    assertThat(form.textProperty(Field.NAME).get()).isEqualTo("work");
    assertThat(form.textProperty(Field.ADDRESS).get()).isEqualTo("https://api.x.ai/v1");
    form.presetProperty().set(Presets.named("openai").orElseThrow());
    assertThat(form.textProperty(Field.ADDRESS).get()).isEqualTo("https://api.openai.com/v1");
    assertThat(form.key().variableProperty().get()).isEqualTo("OPENAI_API_KEY");
  }

  @Test
  void theHeadersOfAPresetArriveAndItsOptionsFollowTheProtocol() {
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    assertThat(form.textProperty(Field.OPTIONS).get()).contains("search=web_search,x_search");
    form.protocolProperty().set(Protocol.OPENAI_CHAT);
    assertThat(form.textProperty(Field.OPTIONS).get()).contains("search=none", "output-limit=");
    form.presetProperty().set(Presets.named("openrouter").orElseThrow());
    form.key().keyProperty().set("k");
    form.key().kindProperty().set(Kind.SESSION);
    form.add();
    ProviderSettings added = bench.services.providers().find("openrouter").orElseThrow();
    assertThat(added.headers()).containsEntry("X-Title", "Polylogue");
    assertThat(added.options()).containsEntry("search", "openrouter");
  }

  @Test
  void optionsThatWereTypedStayWhenTheProtocolChanges() {
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    type(Field.OPTIONS, "search=none");
    form.protocolProperty().set(Protocol.OPENAI_CHAT);
    assertThat(form.textProperty(Field.OPTIONS).get()).isEqualTo("search=none");
  }

  @Test
  void aServiceThatIsGoneIsExplainedAndCannotBeAdded() {
    PresetChoice gone =
        form.choices().stream()
            .filter(choice -> choice.retired() != null)
            .findFirst()
            .orElseThrow();
    type(Field.NAME, "github");
    type(Field.ADDRESS, "https://models.example.com/v1");
    form.choiceProperty().set(gone);
    form.add();
    form.testAndAdd();
    assertThat(bench.services.providers().all()).hasSize(1);
    form.presetProperty().set(Presets.named("xai").orElseThrow());
    assertThat(form.choiceProperty().get().retired()).isNull();
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
