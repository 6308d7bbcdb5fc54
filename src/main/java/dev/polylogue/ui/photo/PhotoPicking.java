package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.ui.kit.Texts;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The ways by which photos come: chosen, dropped, pasted. FX thread. */
final class PhotoPicking {
  private static final List<String> ENDINGS =
      List.of("*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif", "*.bmp", "*.tif", "*.tiff");

  private final PhotosViewModel photos;
  private final Texts texts;
  private @Nullable File lastFolder;

  PhotoPicking(PhotosViewModel photos, Texts texts) {
    this.photos = photos;
    this.texts = texts;
  }

  void choose(Window owner) {
    List<File> chosen = chooser(texts.get("photo.open.title")).showOpenMultipleDialog(owner);
    if (chosen != null) {
      photos.take(chosen.stream().map(File::toPath).toList());
    }
  }

  /** Asks for one picture, such as a mask. */
  void chooseMask(Window owner, Consumer<Path> chosen) {
    File file = chooser(texts.get("photo.mask.open.title")).showOpenDialog(owner);
    if (file != null) {
      chosen.accept(file.toPath());
    }
  }

  /** Asks for a folder, beginning with the one that was chosen last. */
  void chooseFolder(Window owner, Consumer<Path> chosen) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("photo.out.folder"));
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    File folder = chooser.showDialog(owner);
    if (folder != null) {
      lastFolder = folder;
      chosen.accept(folder.toPath());
    }
  }

  /** Capitals count on some systems, so every file can be had too. */
  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("photo.open.pictures"), ENDINGS),
            new FileChooser.ExtensionFilter(texts.get("photo.open.all"), "*"));
    return chooser;
  }

  /**
   * Files only: what a browser lets drop may be an address, and none is fetched (I34).
   *
   * @param dropping told when files hover there and when they no longer do
   */
  void takeDropsOn(Node node, Consumer<Boolean> dropping) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropping.accept(true);
            event.consume();
          }
        });
    node.addEventHandler(DragEvent.DRAG_EXITED, event -> dropping.accept(false));
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles()) {
            photos.take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
          dropping.accept(false);
        });
  }

  /**
   * Takes files or a picture from the clipboard.
   *
   * @return false when there is text to be pasted, or nothing
   */
  boolean paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      photos.take(clipboard.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    @Nullable Image picture =
        clipboard.hasImage() && !clipboard.hasString() ? clipboard.getImage() : null;
    if (picture == null) {
      return false;
    }
    String name = texts.get("composer.attach.pasted") + ".png";
    photos.paste(() -> new PhotoLab.Taken(png(picture), "image/png", name));
    return true;
  }

  private static Bytes png(Image picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", out);
    return Bytes.owning(out.toByteArray());
  }
}
