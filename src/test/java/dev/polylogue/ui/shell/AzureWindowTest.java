package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.settings.Presets;
import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.settings.AddProviderViewModel;
import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import dev.polylogue.ui.settings.DeploymentViewModel;
import dev.polylogue.ui.settings.PresetChoice;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Azure and the servers of this computer in the real window, drawn into target/pictures. */
class AzureWindowTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.bench.localServers = List.of("ollama", "lmstudio");
    window.press(Key.control(KeyCode.COMMA));
    window.until(() -> window.desk.settings().servers().found().size() == 2);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void press(String words) throws Exception {
    Node button =
        window.ask(
            scene ->
                HeadlessWindow.shown(scene.getRoot()).stream()
                    .filter(node -> node instanceof Button b && words.equals(b.getText()))
                    .findFirst()
                    .orElseThrow());
    window.run(((Button) button)::fire);
  }

  private void picture(String name) throws Exception {
    for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.run(() -> window.desk.settings().looks().choose(appearance));
      int[] frames = new int[1];
      window.until(() -> ++frames[0] > 20);
      BufferedImage seen =
          window.ask(scene -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
      String suffix = appearance.name().toLowerCase(Locale.ROOT);
      File file = new File("target/pictures/" + name + "-" + suffix + ".png");
      file.getParentFile().mkdirs();
      ImageIO.write(seen, "png", file);
    }
  }

  private void scroll(double place) throws Exception {
    window.run(() -> page(window.window.scene()).setVvalue(place));
  }

  private static ScrollPane page(Scene scene) {
    return (ScrollPane) scene.getRoot().lookup(".settings");
  }

  @Test
  void theRoutesOfAPastedAddressAreTriedInPlace() throws Exception {
    picture("settings-local-servers");
    press(Bench.TEXTS.get("settings.local.add"));
    window.until(() -> window.bench.services.providers().find("ollama").isPresent());

    AddProviderViewModel adding = window.desk.settings().adding();
    window.run(
        () -> {
          adding.openProperty().set(true);
          adding.presetProperty().set(Presets.named("azure").orElseThrow());
          adding
              .textProperty(Field.ADDRESS)
              .set("https://my-resource.openai.azure.com/openai/v1/responses");
          adding.textProperty(Field.DEPLOYMENT).set("my-gpt");
          adding.key().keyProperty().set("typed-key-of-this-test");
        });
    int[] frames = new int[1];
    window.until(() -> ++frames[0] > 5);
    scroll(1);
    picture("settings-azure");
    window.until(() -> !adding.key().obstacleProperty().get().isEmpty());
    press(adding.routes().promiseProperty().get());
    window.until(() -> !adding.routes().outcomeProperty().get().isEmpty());
    scroll(1);
    picture("settings-azure-tried");
    assertThat(adding.routes().lines())
        .allMatch(line -> line.wordsProperty().get().equals("Nobody answers there."));
    press(Bench.TEXTS.get("settings.add.yes"));
    window.until(() -> window.desk.settings().providers().lines().getLast().deployment() != null);

    DeploymentViewModel more = window.desk.settings().providers().lines().getLast().deployment();
    window.run(
        () -> {
          more.begin();
          more.deploymentProperty().set("my-grok");
        });
    scroll(1);
    picture("settings-azure-deployment");
  }

  @Test
  void aServiceThatIsGoneIsExplained() throws Exception {
    AddProviderViewModel adding = window.desk.settings().adding();
    PresetChoice gone = adding.choices().getLast();
    window.run(
        () -> {
          adding.openProperty().set(true);
          adding.choiceProperty().set(gone);
        });
    picture("settings-retired");
    List<Node> addable =
        window.ask(
            scene ->
                HeadlessWindow.shown(scene.getRoot()).stream()
                    .filter(
                        node ->
                            node instanceof Button b
                                && Bench.TEXTS.get("settings.add.yes").equals(b.getText()))
                    .toList());
    assertThat(addable).isEmpty();
  }
}
