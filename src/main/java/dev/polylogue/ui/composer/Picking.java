package dev.polylogue.ui.composer;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.ui.kit.Texts;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The ways by which files come: chosen, dropped, pasted. FX thread. */
final class Picking {
  private final AttachmentsViewModel attachments;
  private final Texts texts;

  Picking(AttachmentsViewModel attachments, Texts texts) {
    this.attachments = attachments;
    this.texts = texts;
  }

  void choose(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("composer.attach.title"));
    add(chooser.showOpenMultipleDialog(owner));
  }

  private void add(@Nullable List<File> chosen) {
    if (chosen != null) {
      attachments.add(chosen.stream().map(File::toPath).toList());
    }
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
            add(event.getDragboard().getFiles());
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
      add(clipboard.getFiles());
      return true;
    }
    Image picture = clipboard.hasImage() && !clipboard.hasString() ? clipboard.getImage() : null;
    if (picture == null) {
      return false;
    }
    attachments.paste(() -> png(picture), texts.get("composer.attach.pasted") + ".png");
    return true;
  }

  private static Bytes png(Image picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", out);
    return Bytes.owning(out.toByteArray());
  }
}
