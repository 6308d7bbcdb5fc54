package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.ui.photo.EditorsViewModel;
import dev.polylogue.ui.photo.MaskViewModel;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.SidePanels;
import dev.polylogue.ui.photo.Studio;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tree, recipe, saving and the way to the chat in a real window. */
class StudioWindowTest {
  @TempDir private Path home;

  private static Bytes picture(int colour) throws Exception {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, colour);
    return PictureWriter.png(image);
  }

  private static List<Node> shown(HeadlessWindow window, Predicate<Node> wanted) {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream().filter(wanted).toList();
  }

  private static Predicate<Node> styled(String style) {
    return node -> node.getStyleClass().contains(style);
  }

  private static boolean says(HeadlessWindow window, String words) {
    return !shown(
            window, node -> node instanceof Labeled label && ("" + label.getText()).contains(words))
        .isEmpty();
  }

  private static void edit(HeadlessWindow window) throws Exception {
    edit(window, picture(0x880000));
  }

  private static void edit(HeadlessWindow window, Bytes second) throws Exception {
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    PhotoViewModel photo = window.desk.photos().photo();
    window.until(() -> photo.mask().sizeOrNull() != null);
    window.run(
        () -> {
          photo
              .compose()
              .models()
              .setAll(new ModelRef("sandbox", "one"), new ModelRef("sandbox", "two"));
          photo.compose().instructionProperty().set("Make it red");
          photo.edit();
        });
    window.bench.awaitStreams(2);
    window.bench.edit("one").draw(picture(0xff0000)).end();
    window.bench.edit("two").draw(second).end();
    window.until(() -> !photo.liveProperty().get());
  }

  @Test
  void theTreeIsDrawnWithThumbnailsAndWalkedByKeys() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      edit(window);
      PhotoViewModel photo = window.desk.photos().photo();

      window.until(() -> shown(window, styled("tree-node")).size() == 3);
      window.until(
          () ->
              shown(window, styled("tree-node")).stream()
                  .allMatch(node -> node.lookup("ImageView") instanceof ImageView));
      window.run(() -> shown(window, styled("edit-tree")).getFirst().requestFocus());
      window.press(Key.of(KeyCode.RIGHT));
      window.until(() -> photo.currentProperty().get().title().equals("one"));
      // The next key is meant for the node that was walked to, whether or not its tile is there.
      window.press(Key.of(KeyCode.DOWN));
      window.press(Key.of(KeyCode.DELETE));
      window.until(() -> shown(window, styled("tree-node")).size() == 2);
      assertThat(says(window, "two was moved to the trash")).isTrue();
      window.run(() -> window.window.photos().panels().select(SidePanels.Panel.RECIPE));
      window.run(() -> photo.next(1));
      window.until(() -> says(window, "came as 320×240"));
      window.run(() -> window.window.photos().panels().select(SidePanels.Panel.LEAVES));
      window.until(() -> says(window, "Removed before sending"));
    }
  }

  private static List<MenuItem> menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .flatMap(menu -> menu.getItems().stream())
        .toList();
  }

  @Test
  void providersAreAskedForModelsWhenThoseOfANodeAreLookedAt() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      edit(window);
      EditorsViewModel editors = window.desk.photos().editors();
      window.until(() -> shown(window, styled("tree-node")).size() == 3);

      window.run(
          () -> {
            Event.fireEvent(
                shown(window, styled("tree-node")).getLast(),
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 90, 90, false, null));
            assertThat(editors.askingProperty().get()).isFalse();
            Menu models =
                menu().stream()
                    .filter(Menu.class::isInstance)
                    .map(Menu.class::cast)
                    .findFirst()
                    .orElseThrow();
            models.show();
            assertThat(editors.askingProperty().get()).isTrue();
            assertThat(models.getItems())
                .extracting(MenuItem::getText)
                .startsWith("sandbox/one", "sandbox/two");
          });
    }
  }

  @Test
  void inWhatAnyTwoPicturesDifferIsShownAndSaid() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      edit(window, PictureWriter.png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)));
      PhotoViewModel photo = window.desk.photos().photo();
      PictureRef one = photo.tiles().get(1).ref();
      PictureRef square = photo.tiles().get(2).ref();
      window.run(() -> photo.compare(null, one));
      ToggleButton heat =
          (ToggleButton)
              shown(window, node -> node.getStyleClass().contains("pair-heat")).getFirst();

      window.run(heat::fire);

      window.until(() -> says(window, "of the pixels differ, by"));
      window.until(() -> !shown(window, styled("heat-legend")).isEmpty());
      window.run(() -> photo.compare(one, square));
      window.until(() -> says(window, "The two have other proportions:"));
      window.run(() -> photo.modeProperty().set(PhotoViewModel.Mode.TILES));
      assertThat(heat.isSelected()).isFalse();
      assertThat(shown(window, styled("heat-legend"))).isEmpty();
    }
  }

  @Test
  void aMaskOfAnotherSizeIsScaledAndCanBeDrawnInstead_I28() throws Exception {
    BufferedImage mask = new BufferedImage(160, 120, BufferedImage.TYPE_INT_ARGB);
    mask.setRGB(5, 5, 0xff000000);
    Path file = Files.write(home.resolve("mask.png"), PictureWriter.png(mask).toArray());
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
      PhotoViewModel photo = window.desk.photos().photo();
      window.until(() -> photo.mask().sizeOrNull() != null);

      window.run(() -> window.desk.photos().openMask(file));

      window.until(() -> says(window, "The mask has 160×120 pixels; it was scaled to 1600×1200."));
      assertThat(photo.mask().emptyProperty().get()).isFalse();
      window.run(() -> ((Button) shown(window, named("Clear and draw")).getFirst()).fire());
      assertThat(photo.mask().emptyProperty().get()).isTrue();
    }
  }

  @Test
  void anotherStepIsShownByTheTilesThatAreThere() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      edit(window);
      PhotoViewModel photo = window.desk.photos().photo();
      window.run(
          () -> {
            photo.compose().instructionProperty().set("Make it blue");
            photo.edit();
          });
      window.bench.awaitStreams(4);
      window.bench.edit("one").draw(picture(0xff)).end();
      window.bench.edit("two").draw(picture(0x88)).end();
      window.until(() -> !photo.liveProperty().get());
      window.until(() -> pictures(window, "Make it blue. ", "320×240").size() == 2);
      List<Node> blue = window.ask(scene -> pictures(window, "Make it blue. ", "320×240"));

      window.run(() -> photo.step(-1));

      window.until(() -> pictures(window, "Make it red. ", "320×240").size() == 2);
      assertThat(window.<List<Node>>ask(scene -> pictures(window, "Make it red. ", "320×240")))
          .isEqualTo(blue);
      assertThat(window.<List<Node>>ask(scene -> pictures(window, "Make it blue"))).isEmpty();
    }
  }

  /** The views of results that say all of this. */
  private static List<Node> pictures(HeadlessWindow window, String... words) {
    return shown(
        window,
        styled("picture-view")
            .and(view -> Stream.of(words).allMatch(("" + view.getAccessibleText())::contains)));
  }

  @Test
  void lettersTypedInTheListOfPhotosAreNoToolsButFindAPhoto() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
      PhotoViewModel photo = window.desk.photos().photo();
      window.until(() -> photo.mask().sizeOrNull() != null);
      Path file = Files.write(home.resolve("Elbe.png"), picture(0xff).toArray());
      window.run(() -> window.desk.photos().photos().take(List.of(file)));
      window.until(() -> window.desk.photos().photos().entries().size() == 2);
      ListView<?> list = (ListView<?>) shown(window, LIST).getFirst();

      window.run(list::requestFocus);
      type(window, KeyCode.B, "b");
      assertThat(photo.mask().toolProperty().get()).isEqualTo(MaskViewModel.Tool.HAND);
      assertThat(list.getSelectionModel().getSelectedItem().toString()).contains("bay.jpg");
      type(window, KeyCode.W, "w");
      assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.TILES);
      assertThat(window.<Node>ask(scene -> scene.getFocusOwner())).isEqualTo(list);

      window.run(() -> focusTile(window));
      window.press(Key.of(KeyCode.B));
      assertThat(photo.mask().toolProperty().get()).isEqualTo(MaskViewModel.Tool.BRUSH);
    }
  }

  private static final Predicate<Node> LIST =
      node -> node instanceof ListView<?> list && "Photos".equals(list.getAccessibleText());

  private static void focusTile(HeadlessWindow window) {
    shown(window, styled("picture-view")).getFirst().requestFocus();
  }

  /** As a keyboard does: the key, and what it writes. */
  private static void type(HeadlessWindow window, KeyCode code, String written) throws Exception {
    window.press(Key.of(code));
    window.run(
        () ->
            Event.fireEvent(
                window.window.scene().getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    written,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }

  private static Predicate<Node> named(String words) {
    return node -> node instanceof Button button && words.equals(button.getText());
  }

  @Test
  void aResultIsSavedWhereThatIsSaidAndGoesToTheChatAndBack() throws Exception {
    Path folder = home.resolve("out");
    try (HeadlessWindow window = new HeadlessWindow(home.resolve("data"))) {
      edit(window);
      Studio studio = window.desk.photos().studio();

      window.until(() -> studio.out().all().size() == 2);
      window.run(() -> studio.out().save(studio.out().all(), folder));
      window.until(() -> says(window, "2 pictures saved in " + folder));
      assertThat(folder.resolve("bay-sandbox-one-1.png")).exists();

      window.run(() -> window.desk.photos().photo().next(1));
      window.run(() -> window.desk.photos().sendToChat(studio.out().chosen()));
      window.until(() -> !window.desk.composer().attachments().files().isEmpty());
      assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.CHAT);
      Blob sent = window.desk.composer().attachments().files().getFirst();
      assertThat(sent.name()).isEqualTo("bay-one.png");
      window.run(() -> window.desk.doors().edit(sent));
      window.until(() -> window.desk.photos().photos().entries().size() == 2);
      assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
    }
  }
}
