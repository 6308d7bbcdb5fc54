package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Size;
import dev.polylogue.session.MaskTaken;
import dev.polylogue.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** What is done with pixels and files. Every call takes its time: never on the FX thread. */
public interface PhotoLab {
  /** A picture of the history, upright and whole. */
  BufferedImage decode(Blob picture) throws Exception;

  /**
   * A result with its source put back outside the mask.
   *
   * @throws Unkept when they do not fit together
   */
  BufferedImage kept(Blob result, Keeping keeping) throws Exception;

  /** A picture that came and is kept nowhere. */
  BufferedImage decode(Bytes picture) throws Exception;

  /**
   * What became of a picture. The shares are those of what the model sent; the map is that of what
   * is shown, with the source put back outside the mask where the step wants that.
   */
  Change compare(Blob source, Blob result, EditStep step) throws Exception;

  /** In what two pictures differ, as they are shown, whichever was made of which. */
  Change between(Shelf.Wanted left, Shelf.Wanted right) throws Exception;

  /** A file that somebody wants to edit. */
  Taken take(Path file, boolean despiteDamage) throws Exception;

  /** The same from the clipboard. */
  Taken take(Bytes picture, String name, boolean despiteDamage) throws Exception;

  /** The picture that comes with the program. */
  Taken sample() throws Exception;

  /** What went wrong, for people. Any thread; does not block. */
  String sentence(Exception failure, Texts texts);

  /** A mask that somebody made elsewhere, scaled to a photo. */
  MaskTaken mask(Path file, Size photo) throws Exception;

  /** A mask of the history. */
  Levels mask(Blob kept, Size photo) throws Exception;

  /** A mask that was drawn and is in no step yet. */
  Levels mask(Bytes drawn, Size photo) throws Exception;

  /**
   * A photo as it was picked.
   *
   * @param mediaType what its bytes say it is
   */
  record Taken(Bytes bytes, String mediaType, String name) {}

  /** Thrown for a file of which a part is lost, but which can be used as far as it goes. */
  final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    public Damaged(String message) {
      super(message);
    }
  }

  /** Thrown when the source can't be put back, with the reason in a sentence. */
  final class Unkept extends Exception {
    private static final long serialVersionUID = 1L;

    public Unkept(String message) {
      super(message);
    }
  }
}
