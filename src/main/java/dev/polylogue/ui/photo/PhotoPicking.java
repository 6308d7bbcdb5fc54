package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.FileDrops;
import dev.polylogue.ui.kit.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
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
      photos.take(FileDrops.paths(chosen));
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

  void takeDropsOn(Node place) {
    FileDrops.take(place, place, photos::take);
  }

  /**
   * Takes files or a picture from the clipboard.
   *
   * @return false when there is text to be pasted, or nothing
   */
  boolean paste() {
    String name = texts.get("composer.attach.pasted");
    return FileDrops.paste(photos::take, picture -> photos.paste(picture, name));
  }
}
