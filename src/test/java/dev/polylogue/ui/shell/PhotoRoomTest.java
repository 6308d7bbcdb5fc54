package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.photo.Area;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.SidePanels;
import dev.polylogue.ui.photo.TileViewModel;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Images workspace in a window of 1280 × 800 with more in it than has room. */
class PhotoRoomTest {
  private static final String REFUSAL =
      "The request was rejected by the safety system, as it may ask for something not allowed. "
          .repeat(6);

  @TempDir private Path home;

  private static List<ModelRef> models(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ModelRef("sandbox", "model-" + i)).toList();
  }

  private static PhotoViewModel ask(HeadlessWindow window, int models, int pictures)
      throws Exception {
    window.run(
        () -> {
          Stage stage = (Stage) window.window.scene().getWindow();
          stage.setWidth(1280);
          stage.setHeight(800);
          window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
        });
    PhotoViewModel photo = window.desk.photos().photo();
    window.until(() -> photo.mask().sizeOrNull() != null);
    window.run(
        () -> {
          photo.compose().models().setAll(models(models));
          photo.compose().countProperty().set(pictures);
          photo.compose().instructionProperty().set("Make it dusk");
          photo.edit();
        });
    window.bench.awaitStreams(models);
    return photo;
  }

  private static Bounds seen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static List<Node> all(Scene scene, String style) {
    return List.copyOf(scene.getRoot().lookupAll(style));
  }

  @Test
  void manyTilesKeepTheLeastSizeAndScrollToTheOneInTheHand() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 9, 2);
      window.until(() -> photo.tiles().size() >= 10);
      TileViewModel last = photo.tiles().getLast();
      window.run(() -> photo.currentProperty().set(last));

      window.until(
          () -> {
            Scene scene = window.window.scene();
            Bounds page = seen(scene.getRoot().lookup(".tiles"));
            List<Node> tiles = all(scene, ".tile");
            return tiles.size() == photo.tiles().size()
                && tiles.stream()
                    .map(Node::getLayoutBounds)
                    .allMatch(tile -> tile.getWidth() >= 190 && tile.getHeight() >= 189)
                && tiles.stream()
                    .filter(tile -> isCurrent(tile))
                    .map(PhotoRoomTest::seen)
                    .allMatch(tile -> tile.getMaxY() <= page.getMaxY() + 1);
          });
    }
  }

  @Test
  void whatIsOpenedOfManyPhotosIsInSightInTheListAndFollowedWhereAnEditMovesIt() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, i);
      files.add(
          Files.write(home.resolve("p%d.png".formatted(i)), PictureWriter.png(image).toArray()));
    }
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 1, 1);
      window.run(() -> window.desk.photos().photos().take(files));
      window.until(() -> window.desk.photos().photos().entries().size() == 25);

      assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("p0.png");
      window.until(() -> isInSight(window, "p0.png"));
      int before = place(window, photo);

      window.run(
          () -> {
            photo.compose().models().setAll(models(1));
            photo.compose().instructionProperty().set("Add snow");
            photo.edit();
          });
      window.bench.awaitStreams(2);
      window.until(() -> place(window, photo) < before && isInSight(window, "Add snow"));
    }
  }

  private static int place(HeadlessWindow window, PhotoViewModel photo) {
    return window.desk.photos().photos().entries().stream()
        .map(entry -> entry.id())
        .toList()
        .indexOf(photo.sessionProperty().get().id());
  }

  private static boolean isInSight(HeadlessWindow window, String name) {
    Scene scene = window.window.scene();
    Bounds list = seen(scene.getRoot().lookup(".photo-page .history"));
    return all(scene, ".list-cell").stream()
        .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(name))
        .anyMatch(cell -> cell.isVisible() && list.contains(seen(cell)));
  }

  @Test
  void aStartGoesBackToThePhotoThatWasLookedAt() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      ask(window, 1, 1);
      window.until(() -> window.bench.services.settings().current().window().photo() != null);
    }
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      window.until(() -> window.desk.photos().photo().mask().sizeOrNull() != null);
      window.until(() -> window.desk.chat().openedProperty().get() != null);

      assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
    }
  }

  @Test
  void theStepsOfTheTreeAreNamedInFullWhereTheyAreShort() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 1, 1);
      window.bench.edit("model-0").draw(PictureWriter.png(new BufferedImage(8, 8, 1))).end();
      window.until(() -> photo.tiles().getLast().picture() != null);
      window.run(
          () -> {
            photo.use(photo.tiles().getLast().ref());
            photo.compose().instructionProperty().set("Add snow");
            photo.edit();
          });
      window.bench.awaitStreams(2);

      window.until(
          () -> {
            List<String> captions =
                all(window.window.scene(), ".tree-caption .text").stream()
                    .map(text -> ((Text) text).getText())
                    .toList();
            return captions.contains("Make it dusk") && captions.contains("Add snow");
          });
    }
  }

  @Test
  void theSoftnessOfTheMaskSaysWhatItIsWhereThereIsNoRoomForWords() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 1, 1);

      window.run(() -> photo.mask().rectangle(new Area(0, 0, 20, 20), false));

      window.until(
          () ->
              window.window.scene().getRoot().lookup(".photo-menu") instanceof MenuButton menu
                  && menu.getText().equals("8 px")
                  && menu.getGraphic() != null
                  && menu.lookup(".text") instanceof Text seen
                  && seen.getText().equals("8 px"));
    }
  }

  private static boolean isCurrent(Node tile) {
    return tile.getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("current"));
  }

  @Test
  void aLongRefusalIsScrolledInItsTileAndLeavesTheButton() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 6, 1);
      window.bench.edit("model-0").refuse(REFUSAL);
      window.until(() -> photo.tiles().get(1).state() == TileViewModel.State.FAILED);

      window.until(
          () -> {
            Scene scene = window.window.scene();
            Node words = scene.getRoot().lookup(".tile-state .tile-why");
            Node again = again(scene);
            if (words == null || again == null) {
              return false;
            }
            Node all = words.lookup(".tile-words");
            Node middle = again.getParent().getParent();
            return seen(middle).contains(seen(again))
                && seen(middle).contains(seen(words))
                && seen(again).getMinY() >= seen(words).getMaxY() - 1
                && all instanceof Label label
                && label.getHeight() > seen(words).getHeight()
                && label.getHeight() >= label.prefHeight(label.getWidth());
          });
    }
  }

  @Test
  void whoGoesFromThePicturesToTheChatGoesOnWithThePrompt() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      ask(window, 1, 1);
      Scene scene = window.window.scene();
      window.run(() -> scene.getRoot().lookup(".picture-view").requestFocus());
      window.until(() -> scene.getFocusOwner().getStyleClass().contains("picture-view"));

      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.CHAT));

      window.until(
          () ->
              scene.getFocusOwner() instanceof TextArea area
                  && Bench.TEXTS.get("composer.name").equals(area.getAccessibleText()));
    }
  }

  /** What is said on a label, and whether all of it can be read. */
  private static boolean isWhole(Node node) {
    Node text = node instanceof Label ? node.lookup(".text") : null;
    return text instanceof Text shown && ((Label) node).getText().equals(shown.getText());
  }

  @Test
  void in1400By860TitleTabsDestinationsAndStepsCanBeRead() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 3, 1);
      window.run(
          () -> {
            Stage stage = (Stage) window.window.scene().getWindow();
            stage.setWidth(1400);
            stage.setHeight(860);
          });
      Scene scene = window.window.scene();

      window.until(
          () ->
              scene.getWidth() == 1400
                  && isWhole(scene.lookup(".photo-header .title-text"))
                  && scene.lookup(".photo-header .title-text").getLayoutBounds().getWidth() > 190
                  && isWhole(scene.lookup(".tree-caption"))
                  && "Make it dusk".equals(((Label) scene.lookup(".tree-caption")).getText()));
      window.until(
          () -> {
            Node more = scene.lookup(".photo-panels .control-buttons-tab");
            return more == null || !more.isVisible();
          });
      window.run(
          () -> {
            photo.compose().models().setAll(models(5));
            window.window.photos().panels().select(SidePanels.Panel.LEAVES);
          });
      window.until(
          () ->
              all(scene, ".photo-panels .fact .field-label").stream()
                  .anyMatch(
                      node ->
                          isWhole(node)
                              && ((Label) node).getText().contains("sandbox/model-4")
                              && node.getLayoutBounds().getHeight() > 25));
    }
  }

  private static Node again(Scene scene) {
    return all(scene, ".tile .button").stream()
        .filter(node -> node instanceof Button button && "Try again".equals(button.getText()))
        .findFirst()
        .orElse(null);
  }

  @Test
  void whileItRunsTheComposerIsNoWiderThanItsColumn() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      PhotoViewModel photo = ask(window, 5, 1);
      window.until(() -> photo.awaitedProperty().get());
      window.until(
          () -> {
            Scene scene = window.window.scene();
            Bounds page = seen(scene.getRoot().lookup(".photo-middle"));
            return List.of(
                    ".photo-composer",
                    ".photo-page .stop-button",
                    ".photo-page .send-button",
                    ".photo-status")
                .stream()
                .map(scene.getRoot()::lookup)
                .allMatch(
                    node ->
                        node != null && node.isVisible() && seen(node).getMaxX() <= page.getMaxX());
          });
    }
  }
}
