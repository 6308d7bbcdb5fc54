package dev.polylogue.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.polylogue.conversation.Bytes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Which way up a photo is: a number from 1 to 8, as EXIF has it (TIFF 6.0, tag 274). */
final class Orientation {
  static final int UPRIGHT = 1;

  private Orientation() {}

  /** Damaged or absent data means upright (I14). */
  static int of(Bytes picture) {
    try {
      var found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture.toArray()));
      for (ExifIFD0Directory exif : found.getDirectoriesOfType(ExifIFD0Directory.class)) {
        if (exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
          int way = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
          return way >= 1 && way <= 8 ? way : UPRIGHT;
        }
      }
    } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
      // nobody can say which way up it is
    }
    return UPRIGHT;
  }

  /** The picture turned and mirrored so that it needs no such number any more (I12). */
  static BufferedImage bake(BufferedImage image, int way) {
    if (way == UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean onItsSide = way >= 5;
    BufferedImage turned =
        new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, image.getType());
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(image, turn(way, width, height), null);
    pen.dispose();
    return turned;
  }

  /** From a point of the stored picture to its place in the upright one. */
  private static AffineTransform turn(int way, int w, int h) {
    return switch (way) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }
}
