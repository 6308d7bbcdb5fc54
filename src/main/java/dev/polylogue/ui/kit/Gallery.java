package dev.polylogue.ui.kit;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.Pictures;
import dev.polylogue.conversation.Blob;
import dev.polylogue.media.FileNames;
import dev.polylogue.provider.Blobs;
import dev.polylogue.ui.fx.Work;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Pictures for the screen, made from bytes we hold and never from an address (T04), read and
 * decoded elsewhere. Keeps those that were shown last. FX thread.
 */
public final class Gallery {
  /** Longest side of a picture that is looked at by itself or copied. */
  public static final int LARGE = 4_096;

  /** About 64 MB. */
  private static final long MOST_PIXELS = 16_000_000;

  private record Key(String sha256, int side) {}

  private final Pictures pictures = new Pictures();
  private final Blobs files;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;
  private @Nullable Consumer<Blob> editing;
  private final Recent<Key, Image> shown;

  /**
   * @param files what pictures hold
   * @param work each piece on its own
   * @param trouble receives why a picture could not be saved
   */
  public Gallery(Blobs files, Work work, Texts texts, Consumer<Exception> trouble) {
    this.files = files;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
    this.shown = new Recent<>(work, MOST_PIXELS, Gallery::pixels);
  }

  /**
   * Shows a picture, at once if it was shown lately.
   *
   * @param side longest, in pixels
   * @param missing called instead when it is gone, damaged, or too large to be decoded
   */
  public void show(Blob blob, int side, Consumer<Image> seen, Consumer<Exception> missing) {
    shown.want(new Key(blob.sha256(), side), () -> decode(blob, side), seen, missing);
  }

  private Image decode(Blob blob, int side) throws IOException, AttachmentException {
    return SwingFXUtils.toFXImage(pictures.shown(files.read(blob), blob.name(), side), null);
  }

  private static long pixels(Image image) {
    return Math.round(image.getWidth() * image.getHeight());
  }

  /** What takes a picture to where it can be edited. */
  public Optional<Consumer<Blob>> editing() {
    return Optional.ofNullable(editing);
  }

  public void offerEditing(Consumer<Blob> place) {
    editing = place;
  }

  /**
   * Puts a picture on the clipboard.
   *
   * @param done runs once it is there
   */
  public void copy(Blob blob, Runnable done) {
    show(
        blob,
        LARGE,
        image -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(image);
          Clipboard.getSystemClipboard().setContent(content);
          done.run();
        },
        trouble);
  }

  /**
   * Asks where to, and saves a copy there.
   *
   * @param name suggested; cleaned first, since a model may have chosen it (T07)
   */
  public void saveAs(Blob blob, String name, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("files.save"));
    chooser.setInitialFileName(FileNames.clean(name));
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      save(blob, chosen.toPath());
    }
  }

  /** Saves a copy; the system has asked whether a file that is there may go. */
  void save(Blob blob, Path place) {
    work.act(() -> write(blob, place), () -> {}, trouble);
  }

  private void write(Blob blob, Path place) {
    byte[] bytes;
    try {
      bytes = files.read(blob).toArray();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    try {
      Files.write(place, bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(texts.get("files.unsaved", place, e.toString()), e);
    }
  }
}
