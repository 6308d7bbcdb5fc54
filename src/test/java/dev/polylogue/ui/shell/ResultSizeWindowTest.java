package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tile says of a result that came in another size than its source has. */
class ResultSizeWindowTest {
  @TempDir private Path home;

  /** Compared with its source, of 300 by 200 pixels, in the heat map. */
  private PhotoViewModel mapped(HeadlessWindow window, int width, int height) throws Exception {
    Path file = home.resolve("photo.png");
    Files.write(file, Made.written(Made.halves(300, 200), "png").toArray());
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    PhotoViewModel photo = window.desk.photos().photo();
    window.until(() -> photo.mask().sizeOrNull() != null);
    window.run(() -> window.desk.photos().photos().take(List.of(file)));
    window.until(() -> new Size(300, 200).equals(photo.mask().sizeOrNull()));
    window.run(
        () -> {
          photo.compose().models().setAll(new ModelRef("sandbox", "one"));
          photo.compose().instructionProperty().set("Turn it");
        });
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(1);
    window.bench.edit("one").draw(Made.written(Made.halves(width, height), "png")).end();
    window.until(
        () -> photo.tiles().size() == 2 && photo.tiles().getLast().changeProperty().get() != null);
    window.run(() -> photo.modeProperty().set(PhotoViewModel.Mode.HEAT));
    return photo;
  }

  private static List<String> words(HeadlessWindow window) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(Label.class::isInstance)
                .map(node -> String.valueOf(((Label) node).getText()))
                .toList());
  }

  @Test
  void aResultOfAnotherFramingHasNoHeatMapButTheReason() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = mapped(window, 200, 300);
      assertThat(words(window)).anyMatch(word -> word.startsWith("There is no heat map"));
      window.run(() -> photo.modeProperty().set(PhotoViewModel.Mode.TILES));
      assertThat(words(window)).noneMatch(word -> word.startsWith("There is no heat map"));
    }
  }

  @Test
  void aResultOfFewerPixelsSaysSoInItsTileBesideItsMap() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      mapped(window, 150, 100);
      assertThat(words(window))
          .contains("Came smaller than the source: 150×100 instead of 300×200.")
          .noneMatch(word -> word.startsWith("There is no heat map"));
    }
  }

  /** What is said below one picture took room from it, so that it was of another scale. */
  @Test
  void whatIsSaidBelowOneTileDoesNotMakeItsPictureSmaller() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = mapped(window, 150, 100);
      window.run(() -> photo.modeProperty().set(PhotoViewModel.Mode.TILES));
      window.until(
          () -> {
            Parent root = window.window.scene().getRoot();
            List<Double> heights =
                root.lookupAll(".tile .picture-view").stream()
                    .map(view -> view.getLayoutBounds().getHeight())
                    .toList();
            return root.lookupAll(".tile-reason").stream().anyMatch(Node::isVisible)
                && heights.size() == 2
                && Math.abs(heights.getFirst() - heights.getLast()) <= 1;
          });
    }
  }
}
