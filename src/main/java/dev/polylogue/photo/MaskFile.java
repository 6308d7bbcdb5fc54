package dev.polylogue.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;

/**
 * A mask that somebody made elsewhere.
 *
 * @param levels of its own size; by its alpha where it has one: transparent may change; else by its
 *     brightness: white may change
 * @param alpha whether it has an alpha channel; without one, the user should be told what white
 *     means (I29)
 */
public record MaskFile(Levels levels, boolean alpha) {

  /**
   * Reads it, upright as any photo (I31).
   *
   * @throws MediaException when it is no picture
   */
  public static MaskFile read(PictureReader reader, Bytes bytes, String name)
      throws MediaException {
    FileKind kind = Intake.kind(bytes, name);
    BufferedImage image = reader.read(bytes, kind, name, Integer.MAX_VALUE, () -> false).image();
    boolean alpha = Pixels.hasAlpha(image);
    int[] data = Pixels.data(image);
    byte[] values = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      int pixel = data[i];
      values[i] = (byte) (alpha ? 255 - (pixel >>> 24) : Pixels.light(pixel));
    }
    return new MaskFile(new Levels(new Size(image.getWidth(), image.getHeight()), values), alpha);
  }

  public boolean fits(Size photo) {
    return levels.size().equals(photo);
  }

  /** Whether scaling it to a photo distorts it, so that it had better be drawn anew (I28). */
  public boolean distorts(Size photo) {
    return !levels.size().hasShapeOf(photo);
  }

  /** Scaled, as the user chose, when it is of another size (I28). */
  public Levels scaledTo(Size photo) {
    return levels.scaled(photo);
  }
}
