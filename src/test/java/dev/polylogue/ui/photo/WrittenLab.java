package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.MaskFile;
import dev.polylogue.photo.Size;
import dev.polylogue.session.MaskTaken;
import dev.polylogue.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Photos of 40 by 30 pixels, of which a file name says what is wrong with them. */
final class WrittenLab implements PhotoLab {
  static final Size SIZE = new Size(40, 30);

  private static BufferedImage picture() {
    return new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
  }

  /** A picture that can be sent; another one for other words. */
  static Bytes png(String words) {
    BufferedImage image = picture();
    image.setRGB(0, 0, words.hashCode());
    try {
      return PictureWriter.png(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BufferedImage decode(Blob picture) {
    return picture();
  }

  @Override
  public BufferedImage decode(Bytes picture) {
    return picture();
  }

  @Override
  public BufferedImage kept(Blob result, Keeping keeping) {
    return picture();
  }

  @Override
  public Change compare(Blob source, Blob result, EditStep step) {
    return Change.over(0.5, step.mask() == null ? null : 0.004, SIZE, SIZE, picture());
  }

  @Override
  public Change between(Shelf.Wanted left, Shelf.Wanted right) {
    return Change.over(0.5, null, SIZE, SIZE, picture());
  }

  @Override
  public Taken take(Path file, boolean despiteDamage) throws Exception {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith("damaged") && !despiteDamage) {
      throw new Damaged(name + " is damaged.");
    }
    if (name.endsWith(".txt")) {
      throw new IllegalArgumentException(name + " is not a picture.");
    }
    return new Taken(png(name), "image/png", name);
  }

  @Override
  public Taken take(Bytes picture, String name, boolean despiteDamage) throws Damaged {
    if (name.startsWith("damaged") && !despiteDamage) {
      throw new Damaged(name + " is damaged.");
    }
    return new Taken(picture, "image/png", name);
  }

  @Override
  public Taken sample() {
    return new Taken(png("sample"), "image/png", "sample.png");
  }

  @Override
  public String sentence(Exception failure, Texts texts) {
    return String.valueOf(failure.getMessage());
  }

  @Override
  public MaskTaken mask(Path file, Size photo) {
    return new MaskTaken(Levels.everything(photo), List.of());
  }

  @Override
  public Levels mask(Bytes drawn, Size photo) throws Exception {
    PictureReader reader = new PictureReader(System::nanoTime);
    return MaskFile.read(reader, drawn, "The mask").levels();
  }

  @Override
  public Levels mask(Blob kept, Size photo) {
    return Levels.everything(photo);
  }
}
