package dev.polylogue.ui.composer;

import dev.polylogue.ui.kit.FileDrops;
import dev.polylogue.ui.kit.Texts;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;

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
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null) {
      attachments.add(FileDrops.paths(chosen));
    }
  }

  /**
   * @param shown says that files hover there
   */
  void takeDropsOn(Node place, Node shown) {
    FileDrops.take(place, shown, attachments::add);
  }

  /**
   * Takes files or a picture from the clipboard.
   *
   * @return false when there is text to be pasted, or nothing
   */
  boolean paste() {
    return FileDrops.paste(
        attachments::add,
        png -> attachments.paste(png, texts.get("composer.attach.pasted") + ".png"));
  }
}
