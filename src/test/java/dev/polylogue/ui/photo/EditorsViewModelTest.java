package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
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

/** Which models are offered for pictures. */
class EditorsViewModelTest {
  @TempDir private Path home;
  private Bench bench;
  private EditorsViewModel editors;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    editors = new EditorsViewModel(bench.services.providers(), new OnTheSpot());
    editors.open();
    bench.models = List.of("gpt-image-2", "FLUX.1-Kontext", "plain-chat");
    bench
        .services
        .providers()
        .add(
            new ProviderSettings(
                "mine",
                Protocol.OPENAI_CHAT,
                URI.create("http://127.0.0.1:8099/v1"),
                KeyPlace.NONE,
                Map.of(),
                Map.of()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> shown() {
    return editors.shown().stream()
        .map(card -> card.ref().toString())
        .filter(name -> name.startsWith("mine/"))
        .toList();
  }

  @Test
  void whatAnAddressOfTheUsersOwnListsIsOfferedByItsNameWithoutARestart() {
    editors.open();

    assertThat(shown()).containsExactly("mine/gpt-image-2", "mine/FLUX.1-Kontext");
  }

  @Test
  void whoLooksForAnyOtherUnknownModelFindsItToo() {
    editors.open();
    editors.filterProperty().set("plain");

    assertThat(shown()).containsExactly("mine/plain-chat");
  }

  @Test
  void whyAProviderListsNothingIsSaidInItsWordsUntilItLists() {
    bench.models = null;
    editors.open();
    assertThat(editors.complaintProperty().get()).contains("sandbox: The key was not accepted.");

    bench.models = List.of("gpt-image-2");
    editors.open();
    assertThat(editors.complaintProperty().get()).isEmpty();
    assertThat(shown()).containsExactly("mine/gpt-image-2");
  }
}
