package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.ui.photo.PhotoViewModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question before the first photo for a host, in a window. */
class FirstPictureWindowTest {
  @TempDir private Path home;

  private static List<Button> answers(HeadlessWindow window) {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .filter(node -> node.getParent() != null && isQuestion(node.getParent()))
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  private static boolean isQuestion(Node node) {
    return node.getStyleClass().contains("question");
  }

  @Test
  void theNoHasTheKeyboardAndSendIsBesideIt_T28() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      window
          .bench
          .services
          .providers()
          .add(
              new ProviderSettings(
                  "far",
                  Protocol.OPENAI_CHAT,
                  URI.create("https://pictures.example/v1"),
                  KeyPlace.NONE,
                  Map.of(),
                  Map.of()));
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
      PhotoViewModel photo = window.desk.photos().photo();
      window.until(() -> photo.mask().sizeOrNull() != null);
      window.run(
          () -> {
            photo.compose().models().setAll(new ModelRef("far", "painter"));
            photo.compose().instructionProperty().set("Make it dusk");
            photo.edit();
          });
      window.until(() -> answers(window).size() == 2);
      window.until(() -> answers(window).getFirst().isFocused());
      assertThat(answers(window)).extracting(Button::getText).containsExactly("Don’t send", "Send");
      assertThat(window.bench.streams).isEmpty();

      window.run(() -> answers(window).getFirst().fire());
      window.until(() -> answers(window).isEmpty());
      assertThat(window.bench.streams).isEmpty();

      window.run(photo::edit);
      window.until(() -> answers(window).size() == 2);
      window.run(() -> answers(window).getLast().fire());
      window.bench.awaitStreams(1);
      assertThat(window.bench.services.settings().current().pictureHosts())
          .containsExactly("pictures.example");
    }
  }
}
