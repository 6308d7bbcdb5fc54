package dev.polylogue.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private static final ProviderSettings AZURE =
      new ProviderSettings(
          "azure",
          Protocol.OPENAI_CHAT,
          URI.create("https://example.openai.azure.com/openai/v1"),
          KeyPlace.variable("AZURE_OPENAI_API_KEY"),
          Map.of("X-Team", "tides 🌊"),
          Map.of("key-header", "api-key", "api-version", "preview"));
  private static final ProviderSettings LOCAL =
      new ProviderSettings(
          "local",
          Protocol.OPENAI_RESPONSES,
          URI.create("http://localhost:8000/v1"),
          KeyPlace.KEYCHAIN,
          Map.of(),
          Map.of());

  @TempDir Path temp;
  private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFolder() {
    folder = temp.resolve("data");
    file = folder.resolve("settings.json");
  }

  @Test
  void withoutAFileTheSettingsAreTheDefaultsAndNoneIsMade() throws SettingsException {
    assertThat(SettingsStore.open(folder).current()).isEqualTo(Settings.DEFAULT);
    assertThat(folder).doesNotExist();
  }

  @Test
  void whatWasSetIsThereAtTheNextStart() throws SettingsException {
    UUID last = new UUID(1, 2);
    SettingsStore store = SettingsStore.open(folder);

    store.update(current -> current.with(AZURE).with(LOCAL));
    store.update(current -> current.with(Settings.Appearance.DARK).withLast(last));
    store.update(current -> current.with(new Settings.Network("http://proxy.example:8080")));
    Settings.Window window =
        new Settings.Window(
            new Settings.Inspector(true, 512),
            Settings.Layout.GRID,
            true,
            new UUID(3, 4),
            new UUID(5, 6));
    ModelRef model = ModelRef.parse("azure/grok-3");
    Parameters cool = Parameters.NONE.with(Setting.TEMPERATURE, "0.2");
    Shelf shelf =
        new Shelf(
            List.of(new Shelf.PanePreset("Terse", model, cool)),
            List.of(new Shelf.PaneSet("my one", List.of(new Shelf.Place(model, cool)))));
    Path backups = folder.toAbsolutePath().resolve("elsewhere");
    store.update(current -> current.with(window).with(shelf));
    store.update(
        current -> current.with(new Settings.Machine(current.network(), backups, null, List.of())));
    store.update(current -> current.withTitlesOf(model));
    store.update(current -> current.withPictureHosts(List.of("api.x.ai")));
    store.update(current -> current.withPictureHosts(List.of("api.openai.com", "api.x.ai")));

    Settings wanted =
        new Settings(
            List.of(AZURE, LOCAL),
            Settings.Appearance.DARK,
            last,
            new Settings.Machine(
                new Settings.Network("http://proxy.example:8080"),
                backups,
                model,
                List.of("api.openai.com", "api.x.ai")),
            window,
            shelf);
    assertThat(store.current()).isEqualTo(wanted);
    assertThat(SettingsStore.open(folder).current()).isEqualTo(wanted);
  }

  @Test
  void whatWasTakenAwayIsGone() throws SettingsException {
    SettingsStore store = SettingsStore.open(folder);
    store.update(current -> current.with(AZURE).withLast(new UUID(1, 2)));
    store.update(current -> current.withTitlesOf(new ModelRef("azure", "grok")));

    store.update(current -> current.without("azure").withLast(null).withTitlesOf(null));

    assertThat(SettingsStore.open(folder).current()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void whatAnotherProgramSetMeanwhileIsKept() throws SettingsException {
    SettingsStore window = SettingsStore.open(folder);
    SettingsStore commandLine = SettingsStore.open(folder);

    commandLine.update(current -> current.with(AZURE));
    window.update(current -> current.with(Settings.Appearance.LIGHT));

    assertThat(SettingsStore.open(folder).current())
        .isEqualTo(new Settings(List.of(AZURE), Settings.Appearance.LIGHT, null));
  }

  @Test
  void fieldsThatThisVersionDoesNotKnowStayInTheFile() throws Exception {
    write(
        """
        {"later": {"deep": [1, 2]},
         "providers": [
           {"id": "local", "protocol": "openai-chat", "baseUrl": "http://localhost:1/v1",
            "colour": "red"}]}
        """);
    SettingsStore store = SettingsStore.open(folder);

    store.update(current -> current.with(LOCAL).with(AZURE).with(Settings.Appearance.DARK));

    assertThat(Files.readString(file)).contains("\"deep\" : [ 1, 2 ]", "\"colour\" : \"red\"");
    assertThat(SettingsStore.open(folder).current().providers()).containsExactly(LOCAL, AZURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0\0\0\0",
        "{",
        "[]",
        "{} trailing",
        "{\"appearance\": \"dark\", \"appearance\": \"light\"}",
        "{\"appearance\": \"green\"}",
        "{\"lastComparison\": \"yesterday\"}",
        "{\"providers\": {}}",
        "{\"providers\": [{\"id\": \"x\"}]}",
        "{\"providers\": [{\"id\": \"x\", \"protocol\": \"smoke\", \"baseUrl\": \"http://x/\"}]}",
        "{\"providers\": [{\"id\": \"x\", \"protocol\": \"gemini\", \"baseUrl\": \"not a"
            + " place\"}]}",
        "{\"providers\": [{\"id\": \"x\", \"protocol\": \"gemini\", \"baseUrl\": 7}]}"
      })
  void settingsThatCantBeReadAreNeitherReplacedNorForgotten(String text) throws Exception {
    SettingsStore running = SettingsStore.open(folder);
    write(text);

    assertThatThrownBy(() -> SettingsStore.open(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not changed")
        .hasMessageContaining("move it away");
    assertThatThrownBy(() -> running.update(current -> current.with(AZURE)))
        .isInstanceOf(SettingsException.class);

    assertThat(running.current()).isEqualTo(Settings.DEFAULT);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void aChangeThatCantBeStoredChangesNothing() throws Exception {
    SettingsStore store = SettingsStore.open(folder);
    Files.writeString(folder, "a file where the folder should be");

    assertThatThrownBy(() -> store.update(current -> current.with(AZURE)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString());

    assertThat(store.current()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theFileIsForItsOwnerAlone() throws Exception {
    SettingsStore store = SettingsStore.open(folder);
    write("{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    store.update(current -> current.with(AZURE));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("T20")
        .isEqualTo("rw-------");
  }

  @Test
  void aReaderSeesTheOldOrTheNewFileAndNothingBetween() throws Exception {
    SettingsStore store = SettingsStore.open(folder);
    store.update(current -> current.with(AZURE));
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      var writing =
          other.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  store.update(
                      i % 2 == 0
                          ? current -> current.with(LOCAL)
                          : current -> current.without("local"));
                }
                return store;
              });
      while (!writing.isDone()) {
        assertThat(SettingsStore.open(folder).current().providers()).startsWith(AZURE);
      }
      writing.get();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left)
          .as("no temporary files, only what keeps others out")
          .containsExactlyInAnyOrder(file, file.resolveSibling("settings.lock"));
    }
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://me:secret@proxy.example:80", "proxy.example:80", "https://p:1", "on", ""})
  void aProxyThatCannotBeUsedOrHoldsAPasswordIsRefused_T24(String proxy) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(file, "{\"network\":{\"proxy\":\"" + proxy + "\"}}");
    assertThatThrownBy(() -> SettingsStore.open(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("proxy")
        .hasMessageNotContaining("secret");
  }
}
