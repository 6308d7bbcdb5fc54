package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.photo.Area;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.Mouse;
import dev.polylogue.ui.photo.MaskViewModel;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.PhotosViewModel;
import dev.polylogue.ui.photo.Sight;
import dev.polylogue.ui.photo.TileViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Images workspace in a real window, from the first look to a result kept outside its mask. */
class PhotoWindowTest {
  @TempDir private Path home;

  private static Bytes picture(Color colour) throws Exception {
    BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 600, 400);
    pen.dispose();
    return PictureWriter.png(image);
  }

  private static List<String> words(HeadlessWindow window) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
  }

  /** What the pictures are to those who do not see them. */
  private static List<String> spoken(HeadlessWindow window) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(node -> node.getStyleClass().contains("picture-view"))
                .map(node -> String.valueOf(node.getAccessibleText()))
                .toList());
  }

  private static void open(HeadlessWindow window) throws Exception {
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    window.until(() -> window.desk.photos().photo().mask().sizeOrNull() != null);
  }

  /** Opens a white photo. */
  private PhotoViewModel take(HeadlessWindow window) throws Exception {
    Path file = home.resolve("white.png");
    Files.write(file, picture(Color.WHITE).toArray());
    open(window);
    PhotoViewModel photo = window.desk.photos().photo();
    window.run(() -> window.desk.photos().photos().take(List.of(file)));
    window.until(() -> new Size(600, 400).equals(photo.mask().sizeOrNull()));
    return photo;
  }

  @Test
  void theFirstLookShowsTheSampleWithAnInstructionReady() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      open(window);

      PhotoViewModel photo = window.desk.photos().photo();
      window.until(() -> !photo.compose().instructionProperty().get().isBlank());
      assertThat(words(window)).contains("Original", "Tiles", "Wipe", "Heat map");
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.CHAT));
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
      assertThat(window.desk.photos().photos().entries()).as("only once").hasSize(1);
    }
  }

  @Test
  void aMaskedEditOnTwoModelsIsLookedAtInEveryWay() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = take(window);
      window.run(
          () -> {
            photo.mask().featherProperty().set(0);
            photo.mask().rectangle(new Area(0, 0, 600, 200), false);
            photo
                .compose()
                .models()
                .setAll(new ModelRef("sandbox", "one"), new ModelRef("sandbox", "two"));
            photo.compose().keepProperty().set(true);
            photo.compose().instructionProperty().set("Make it red");
          });

      window.press(Key.control(KeyCode.ENTER));
      window.bench.awaitStreams(2);
      window.bench.edit("one").draw(picture(Color.RED)).end();
      window.until(() -> isCompared(photo));

      TileViewModel red = photo.tiles().get(1);
      assertThat(red.changeProperty().get().inside()).isEqualTo(1);
      assertThat(red.changeProperty().get().outside()).as("as it came").isEqualTo(1.0);
      window.until(() -> said(window, "outside kept"));
      Image small = thumbnail(window, "one");
      assertThat(small.getPixelReader().getColor(48, 10)).isEqualTo(javafx.scene.paint.Color.RED);
      assertThat(small.getPixelReader().getColor(48, 54))
          .as("in the tree too")
          .isEqualTo(javafx.scene.paint.Color.WHITE);
      assertThat(photo.tiles().get(2).state()).isEqualTo(TileViewModel.State.WORKING);
      window.press(Key.of(KeyCode.ESCAPE));
      window.until(() -> !photo.liveProperty().get());
      assertThat(photo.tiles().get(2).state()).isEqualTo(TileViewModel.State.STOPPED);
      assertThat(words(window)).contains("Try again");

      for (PhotoViewModel.Mode mode : PhotoViewModel.Mode.values()) {
        window.run(() -> photo.modeProperty().set(mode));
        window.run(() -> window.window.scene().getRoot().layout());
      }
      assertThat(words(window)).as("what the colours mean").contains("changed strongly");
      assertThat(words(window)).contains("100\u00a0% inside \u00b7 outside kept");
      assertThat(spoken(window))
          .anySatisfy(
              text ->
                  assertThat(text)
                      .startsWith("one. Make it red. ")
                      .endsWith(
                          "Inside the mask 100\u00a0% of the pixels changed, outside it"
                              + " 100\u00a0%, by 12 of 255 or more."));
      assertThat(words(window)).contains("Original", "one");
    }
  }

  @Test
  void aResultThatCantBeUsedSaysWhyAndCanBeAskedForAgain_I37() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = asked(window);
      window.bench.edit("one").draw(Made.claimedPng(30_000, 30_000, 0)).end();
      window.until(() -> said(window, "Try again"));
      window.until(() -> !photo.tiles().get(1).faceProperty().get().notes().isEmpty());

      assertThat(words(window))
          .anySatisfy(said -> assertThat(said).contains("30,000 × 30,000 pixels"));
      assertThat(photo.tiles().get(1).faceProperty().get().notes())
          .anySatisfy(note -> assertThat(note).startsWith("What came can't be used"));
    }
  }

  /** The picture of a node of the tree, once it is there. */
  private static Image thumbnail(HeadlessWindow window, String name) throws Exception {
    AtomicReference<Image> found = new AtomicReference<>();
    window.until(
        () -> {
          HeadlessWindow.shown(window.window.scene().getRoot()).stream()
              .filter(node -> node.getStyleClass().contains("tree-node"))
              .filter(node -> node.getAccessibleText().startsWith(name + "."))
              .map(node -> node.lookup("ImageView"))
              .filter(ImageView.class::isInstance)
              .forEach(view -> found.set(((ImageView) view).getImage()));
          return found.get() != null;
        });
    return found.get();
  }

  /** Whether the first result is there, and what changed in it is known. */
  private static boolean isCompared(PhotoViewModel photo) {
    return photo.tiles().size() > 1 && photo.tiles().get(1).changeProperty().get() != null;
  }

  private static boolean said(HeadlessWindow window, String words) {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText()));
  }

  @Test
  void keysOfTheWorkspaceHoldThereOnlyAndNotWhileSomebodyWrites() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      open(window);
      PhotoViewModel photo = window.desk.photos().photo();
      window.run(() -> focus(window, "tile"));

      window.press(Key.of(KeyCode.W));
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.WIPE);
      window.press(Key.of(KeyCode.T));
      window.press(Key.of(KeyCode.DIGIT1));
      Sight near = window.window.photos().sightProperty().get();
      assertThat(near.factor()).isNotEqualTo(1);
      window.press(Key.of(KeyCode.DIGIT0));
      assertThat(window.window.photos().sightProperty().get()).isEqualTo(Sight.FIT);

      window.run(() -> focus(window, "tile"));
      window.press(Key.of(KeyCode.M));
      assertThat(window.<Boolean>ask(scene -> scene.getFocusOwner() instanceof TextInputControl))
          .as("who types no key of ours writes an instruction")
          .isTrue();
      window.press(Key.of(KeyCode.W));
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.TILES);

      window.run(() -> window.window.photos().focusText());
      window.press(Key.of(KeyCode.W));
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.TILES);
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.CHAT));
      window.press(Key.of(KeyCode.W));
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.TILES);
    }
  }

  @Test
  void spaceShowsTheOriginalInPlaceOfWhatIsWipedAndOfTheHeatMap() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = edited(window);
      window.run(() -> focus(window, "tile"));
      for (KeyCode way : List.of(KeyCode.W, KeyCode.D)) {
        window.press(Key.of(way));
        window.until(() -> !isWhite(window, way));
        window.press(Key.of(KeyCode.SPACE));
        window.until(() -> isWhite(window, way));
        window.run(() -> release(window, KeyCode.SPACE));
        window.until(() -> !isWhite(window, way));
      }
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.HEAT);
    }
  }

  private static void release(HeadlessWindow window, KeyCode code) {
    Event.fireEvent(
        window.window.scene().getFocusOwner(),
        new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  /** Whether the right half of what is wiped, or the last tile, shows nothing but the photo. */
  private static boolean isWhite(HeadlessWindow window, KeyCode way) {
    Scene scene = window.window.scene();
    List<Node> views =
        HeadlessWindow.shown(scene.getRoot()).stream()
            .filter(node -> node.getStyleClass().contains("picture-view"))
            .toList();
    Node view = views.get(way == KeyCode.W ? 0 : 1);
    javafx.geometry.Bounds at = view.localToScene(view.getLayoutBounds());
    javafx.scene.paint.Color seen =
        scene
            .snapshot(null)
            .getPixelReader()
            .getColor(
                (int) (at.getMinX() + at.getWidth() * 0.6),
                (int) (at.getMinY() + at.getHeight() * 0.45));
    return seen.equals(javafx.scene.paint.Color.WHITE);
  }

  @Test
  void escapePutsAToolAwayBeforeItStopsAnythingAndXCancelsOneResult() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = take(window);
      window.run(
          () -> {
            photo
                .compose()
                .models()
                .setAll(new ModelRef("sandbox", "one"), new ModelRef("sandbox", "two"));
            photo.compose().instructionProperty().set("Make it red");
          });
      window.press(Key.control(KeyCode.ENTER));
      window.bench.awaitStreams(2);
      window.until(() -> photo.tiles().size() == 3);
      window.run(
          () -> {
            focus(window, "tile");
            photo.mask().toolProperty().set(MaskViewModel.Tool.BRUSH);
          });

      window.press(Key.of(KeyCode.ESCAPE));
      assertThat(photo.mask().toolProperty().get()).isEqualTo(MaskViewModel.Tool.HAND);
      assertThat(photo.tiles()).filteredOn(TileViewModel::isAwaited).hasSize(2);
      window.run(() -> photo.currentProperty().set(photo.tiles().get(1)));
      window.press(Key.of(KeyCode.X));
      window.until(() -> !photo.tiles().get(1).isAwaited());
      assertThat(photo.tiles().get(2).isAwaited()).as("the other one goes on").isTrue();
      window.press(Key.of(KeyCode.ESCAPE));
      window.until(() -> !photo.liveProperty().get());
    }
  }

  /** With a photo, and one result of a model that made it red. */
  private PhotoViewModel edited(HeadlessWindow window) throws Exception {
    PhotoViewModel photo = asked(window);
    window.bench.edit("one").draw(picture(Color.RED)).end();
    window.until(() -> isCompared(photo));
    return photo;
  }

  /** With a photo, and a model that was told to make it red. */
  private PhotoViewModel asked(HeadlessWindow window) throws Exception {
    PhotoViewModel photo = take(window);
    window.run(
        () -> {
          photo.compose().models().setAll(new ModelRef("sandbox", "one"));
          photo.compose().instructionProperty().set("Make it red");
        });
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(1);
    return photo;
  }

  @Test
  void whatIsNoLongerOnViewIsLetGoWithItsPixels() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = edited(window);
      for (PhotoViewModel.Mode mode : PhotoViewModel.Mode.values()) {
        window.run(() -> photo.modeProperty().set(mode));
      }
      window.run(() -> photo.modeProperty().set(PhotoViewModel.Mode.TILES));
      List<WeakReference<Node>> tiles = window.ask(PhotoWindowTest::tiles);
      assertThat(tiles).hasSize(2);

      Path other = home.resolve("blue.png");
      Files.write(other, picture(Color.BLUE).toArray());
      window.run(() -> window.desk.photos().photos().take(List.of(other)));
      window.until(() -> photo.tiles().size() == 1);

      window.until(
          () -> {
            System.gc();
            return tiles.stream().allMatch(tile -> tile.refersTo(null));
          });
    }
  }

  @Test
  void aMaskToolOnAResultSaysWhereMasksArePainted() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = edited(window);

      window.run(() -> photo.mask().toolProperty().set(MaskViewModel.Tool.RECTANGLE));
      window.run(() -> press(window.window.scene().getRoot().lookupAll(".picture-view")));

      window.until(() -> said(window, Bench.TEXTS.get("photo.mask.onResult")));
    }
  }

  /** Presses the mouse on the one that shows the result. */
  private static void press(Set<Node> views) {
    Node result =
        views.stream()
            .filter(view -> view.getAccessibleText().contains("one"))
            .findFirst()
            .orElseThrow();
    Mouse.fire(result, MouseEvent.MOUSE_PRESSED, 9, 9, 1);
  }

  @Test
  void byKeysAloneAResultIsDeletedBroughtBackAndSeenInTheTree() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = edited(window);

      window.run(() -> focus(window, "tile"));
      window.press(Key.of(KeyCode.RIGHT));
      window.press(Key.of(KeyCode.DELETE));
      window.until(() -> photo.tiles().size() == 1);
      window.until(() -> said(window, "Show the deleted result"));
      window.press(Key.control(KeyCode.Z));
      window.until(() -> photo.tiles().size() == 2);
      assertThat(words(window)).doesNotContain("Show the deleted result");
    }
  }

  @Test
  void theButtonBesideTheNewsBringsADeletedResultBack() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      PhotoViewModel photo = edited(window);
      TileViewModel result = photo.tiles().get(1);

      window.run(() -> focus(window, "tile"));
      window.press(Key.of(KeyCode.RIGHT));
      window.press(Key.of(KeyCode.DELETE));
      window.until(() -> photo.tiles().size() == 1 && said(window, "Undo"));
      window.run(
          () ->
              HeadlessWindow.shown(window.window.scene().getRoot()).stream()
                  .filter(node -> node instanceof Button button && "Undo".equals(button.getText()))
                  .forEach(node -> ((Button) node).fire()));
      window.until(() -> photo.tiles().size() == 2);

      assertThat(photo.tiles().get(1).picture()).isEqualTo(result.picture());
      window.until(() -> !said(window, "Undo"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpeg"})
  void aDamagedPictureOnTheClipboardIsRefusedLikeAFile_I04_I05_I06(String format) throws Exception {
    byte[] whole = Made.written(Made.noise(200, 150), format).toArray();
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      open(window);
      UUID before = window.desk.photos().photo().sessionProperty().get().id();

      window.run(() -> copy("image/" + format, Arrays.copyOf(whole, whole.length / 2)));
      window.run(() -> focus(window, "tile"));
      window.press(Key.control(KeyCode.V));
      window.until(() -> !window.desk.photos().photos().problems().isEmpty());

      PhotosViewModel.Problem problem = window.desk.photos().photos().problems().getFirst();
      assertThat(problem.words()).startsWith("Pasted picture is").contains("damaged");
      assertThat(problem.despite() != null).isEqualTo(format.equals("jpeg"));
      assertThat(window.desk.photos().photo().sessionProperty().get().id()).isEqualTo(before);

      window.run(() -> copy("image/" + format, whole));
      window.press(Key.control(KeyCode.V));
      window.until(
          () -> new Size(200, 150).equals(window.desk.photos().photo().mask().sizeOrNull()));
      Blob kept = window.desk.photos().photo().sessionProperty().get().photo();
      assertThat(kept.mediaType()).isEqualTo("image/" + format);
    }
  }

  /** As a program offers a picture: its file, and what the system makes of it. */
  private static void copy(String type, byte[] file) {
    DataFormat known = DataFormat.lookupMimeType(type);
    ClipboardContent content = new ClipboardContent();
    content.put(known == null ? new DataFormat(type) : known, ByteBuffer.wrap(file));
    content.putImage(new WritableImage(200, 150));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static List<WeakReference<Node>> tiles(Scene scene) {
    return HeadlessWindow.shown(scene.getRoot()).stream()
        .filter(node -> node.getStyleClass().contains("tile"))
        .map(WeakReference::new)
        .toList();
  }

  private static void focus(HeadlessWindow window, String style) {
    Node tile =
        HeadlessWindow.shown(window.window.scene().getRoot()).stream()
            .filter(node -> node.getStyleClass().contains(style))
            .findFirst()
            .orElseThrow();
    tile.lookup(".picture-view").requestFocus();
  }
}
