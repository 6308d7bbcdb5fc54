package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.kit.HostQuestion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first photo for a host waits until the user agrees to it (T28). */
class FirstPictureTest {
  private static final ModelRef HERE = new ModelRef("sandbox", "darkroom");
  private static final ModelRef AWAY = new ModelRef("far", "painter");

  @TempDir private Path home;
  private Bench bench;
  private final List<Exception> trouble = new ArrayList<>();
  private PhotoViewModel photo;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    add("far", "https://Pictures.example/v1");
    PhotoTools tools = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    photo = PhotoBench.photo(bench, tools);
    new PhotosViewModel(tools, photo).take(List.of(Path.of("bay.png")));
    photo.compose().instructionProperty().set("Make it dusk");
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  private void add(String id, String address) throws Exception {
    bench
        .services
        .providers()
        .add(
            new ProviderSettings(
                id, Protocol.OPENAI_CHAT, URI.create(address), KeyPlace.NONE, Map.of(), Map.of()));
  }

  private void edit(ModelRef... models) {
    photo.compose().models().setAll(models);
    photo.edit();
  }

  private void answered(int streams) {
    bench.awaitStreams(streams);
    bench.streams.forEach(stream -> stream.draw(WrittenLab.png("dusk")).end());
    PhotoBench.settle(photo);
  }

  private HostQuestion question() {
    return photo.hosts();
  }

  private void assertNothingLeft() {
    assertThat(bench.streams).isEmpty();
    assertThat(photo.sessionProperty().get().turns()).isEmpty();
    assertThat(photo.preparingProperty().get()).isFalse();
  }

  @Test
  void theFirstPhotoForAHostWaitsForAYesThatNamesHostAndProvider_T28() throws Exception {
    edit(AWAY, HERE);
    assertNothingLeft();
    assertThat(question().wordsProperty().get())
        .contains("pictures.example (provider far)")
        .doesNotContain("sandbox");

    question().send();
    assertThat(question().wordsProperty().get()).isEmpty();
    answered(2);
    assertThat(photo.sessionProperty().get().turns()).hasSize(1);
    assertThat(SettingsStore.open(home).current().pictureHosts())
        .containsExactly("pictures.example");

    edit(AWAY);
    assertThat(question().wordsProperty().get()).as("asked once a host").isEmpty();
    answered(3);
  }

  @Test
  void afterANoNothingLeftAndTheNextTimeItIsAskedAgain_T28() throws Exception {
    edit(AWAY);
    question().keep();
    assertNothingLeft();
    assertThat(photo.compose().instructionProperty().get()).isEqualTo("Make it dusk");
    assertThat(SettingsStore.open(home).current().pictureHosts()).isEmpty();

    photo.edit();
    assertThat(question().wordsProperty().get()).isNotEmpty();
    assertNothingLeft();
  }

  /** A yes goes for what was asked about, not for what was written since. */
  @Test
  void theQuestionIsWithdrawnWhenSomethingElseIsWanted_T28() {
    edit(AWAY);
    photo.compose().instructionProperty().set("Make it dawn");
    assertThat(question().wordsProperty().get()).isEmpty();
    question().send();
    assertNothingLeft();

    photo.edit();
    photo.compose().qualityProperty().set("high");
    assertThat(question().wordsProperty().get()).isEmpty();

    photo.edit();
    photo.stop();
    assertThat(question().wordsProperty().get()).isEmpty();
    assertNothingLeft();
  }

  @Test
  void fiftyPressesAskOneQuestionAndSendOneRequest_T30() {
    photo.compose().models().setAll(AWAY);
    for (int i = 0; i < 50; i++) {
      photo.edit();
    }
    assertNothingLeft();
    question().send();
    question().send();
    answered(1);
    assertThat(bench.streams).hasSize(1);
  }

  @Test
  void aStepThatIsAskedOfAnotherProviderWaitsToo_T28() {
    edit(HERE);
    answered(1);
    photo.again(List.of(AWAY));
    assertThat(bench.streams).hasSize(1);
    assertThat(question().wordsProperty().get()).contains("pictures.example");
    question().send();
    answered(2);
  }

  @Test
  void anotherHostOfAProviderThatWasAgreedToIsAskedAbout_T28() throws Exception {
    edit(AWAY);
    question().send();
    answered(1);
    add("far", "https://pictures.example:8443/v1");
    photo.edit();
    assertThat(question().wordsProperty().get()).contains("pictures.example:8443");
    assertThat(bench.streams).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:7860/v1", "http://localhost:7860/v1", "http://[::1]:7860/v1"})
  void aServerOnThisComputerNeedsNoYes(String address) throws Exception {
    add("near", address);
    edit(new ModelRef("near", "painter"));
    assertThat(question().wordsProperty().get()).isEmpty();
    answered(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1.example/v1",
        "https://localhost.example/v1",
        "https://192.168.0.7/v1"
      })
  void whatOnlyLooksLikeThisComputerDoes_T28(String address) throws Exception {
    add("near", address);
    edit(new ModelRef("near", "painter"));
    assertThat(question().wordsProperty().get()).isNotEmpty();
    assertNothingLeft();
  }
}
