package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Recent;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pictures for the screen. Keeps those that were shown last, as many as its room allows. FX
 * thread; decodes elsewhere.
 */
public final class Shelf {
  private static final long MOST_BYTES = 160L << 20;

  /**
   * A picture of the history.
   *
   * @param keeping what is put back into it, or null when it is shown as it came
   */
  public record Wanted(Blob picture, @Nullable Keeping keeping) {
    /** A picture as it is. */
    static Wanted plain(Blob picture) {
      return new Wanted(picture, null);
    }

    String key() {
      return keeping == null ? picture.sha256() : picture.sha256() + keeping.key();
    }
  }

  private final PhotoLab lab;
  private final Work work;
  private final Recent<String, Pyramid> pictures;

  public Shelf(PhotoLab lab, Work work) {
    this.lab = lab;
    this.work = work;
    this.pictures = new Recent<>(work, MOST_BYTES, Pyramid::bytes);
  }

  /** Hands a picture over, at once if it was shown lately. */
  void load(Wanted wanted, Consumer<Pyramid> seen, Consumer<Exception> missing) {
    pictures.want(wanted.key(), () -> Pyramid.of(decode(wanted)), seen, missing);
  }

  private BufferedImage decode(Wanted wanted) throws Exception {
    Keeping keeping = wanted.keeping;
    return keeping == null ? lab.decode(wanted.picture) : lab.kept(wanted.picture, keeping);
  }

  /** Decodes a picture once more for the pixels of a part of it, which are not kept here. */
  void detail(Wanted wanted, Part part, Consumer<Level> made) {
    work.run(
        () ->
            new Level(
                1,
                Level.cut(
                    decode(wanted),
                    (int) part.x(),
                    (int) part.y(),
                    (int) Math.ceil(part.x() + part.width()),
                    (int) Math.ceil(part.y() + part.height()))),
        made,
        failure -> {});
  }

  /** A picture that is looked at only while another is being made. */
  void sketch(Bytes picture, Consumer<Pyramid> seen) {
    work.run(() -> Pyramid.of(lab.decode(picture)), seen, failure -> {});
  }

  /** A picture that was computed. */
  void prepare(BufferedImage picture, Consumer<Pyramid> made) {
    work.run(() -> Pyramid.of(picture), made, failure -> {});
  }
}
