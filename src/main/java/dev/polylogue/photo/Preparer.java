package dev.polylogue.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Makes the pictures that are sent (T28, I13, I32). They lie in a folder of their own until they
 * are closed. Any thread; blocks.
 */
public final class Preparer {
  private static final float FINE = 0.95f;
  private static final float COARSER = 0.85f;

  private final PictureReader reader;
  private final Path folder;

  /**
   * @param folder for nobody else's eyes; must exist
   */
  public Preparer(PictureReader reader, Path folder) {
    this.reader = reader;
    this.folder = folder;
  }

  /**
   * Brings a picture within a limit: a photo (JPEG, WebP) stays one with losses, everything else is
   * kept exactly as long as it is small enough.
   *
   * @param bytes any picture that can be taken in
   * @throws MediaException when the provider can't take it at all, or it is damaged
   */
  public Prepared prepare(Bytes bytes, String name, Limit limit)
      throws MediaException, IOException {
    FileKind kind = Intake.kind(bytes, name);
    Decoded read = reader.read(bytes, kind, name, limit.side(), () -> false);
    Size whole = new Size(read.width(), read.height());
    check(whole, name, limit);
    return prepare(read.image(), kind == FileKind.JPEG || kind == FileKind.WEBP, limit)
        .of(new Prepared.Original(whole, read.facts().depth()));
  }

  /** The same of pixels, such as a local composite. */
  public Prepared prepare(BufferedImage plain, boolean photo, Limit limit) throws IOException {
    BufferedImage now = Pixels.fit(plain, limit.side());
    Size whole = new Size(plain.getWidth(), plain.getHeight());
    double pixels = (double) now.getWidth() * now.getHeight();
    if (pixels > limit.pixels()) {
      now = Pixels.scale(now, Math.sqrt(limit.pixels() / pixels));
    }
    boolean opaque = !Pixels.hasAlpha(now);
    float quality = photo && opaque ? FINE : 1;
    while (true) {
      Prepared written = write(now, quality);
      if (written.bytes() <= limit.bytes()) {
        return written.of(Prepared.Original.of(whole));
      }
      written.close();
      if (opaque && quality > COARSER) {
        quality = quality == 1 ? FINE : COARSER;
      } else {
        double fitting = Math.sqrt((double) limit.bytes() / written.bytes());
        now = Pixels.scale(now, Math.min(0.9, fitting));
      }
    }
  }

  /**
   * A mask for a source that was prepared: a PNG of its size, transparent where it may change.
   *
   * @param levels of the mask, of whatever size
   */
  public Prepared mask(Levels levels, Size size) throws IOException {
    return write(levels.scaled(size).picture(), 1);
  }

  /** With a quality of 1 it is a PNG. */
  private Prepared write(BufferedImage image, float quality) throws IOException {
    boolean exact = quality == 1;
    Path file = Files.createTempFile(folder, "upload", exact ? ".png" : ".jpg");
    MessageDigest digest = Hash.begin();
    boolean done = false;
    try (OutputStream out =
        new BufferedOutputStream(
            new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16)) {
      if (exact) {
        PictureWriter.png(image, out);
      } else {
        PictureWriter.jpeg(image, quality, out);
      }
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
    Size size = new Size(image.getWidth(), image.getHeight());
    return new Prepared(
        file,
        exact ? "image/png" : "image/jpeg",
        size,
        Prepared.Original.of(size),
        Files.size(file),
        Hash.end(digest));
  }

  private static void check(Size size, String name, Limit limit) throws MediaException {
    int shorter = Math.min(size.width(), size.height());
    if (shorter < limit.least()) {
      throw new MediaException(
          "%s has %s pixels, which is too small: this model wants at least %d on a side."
              .formatted(name, size, limit.least()));
    }
    if ((double) size.longer() / shorter > limit.ratio()) {
      throw new MediaException(
          String.format(
              Locale.ROOT,
              "%s has %s pixels, which is too narrow: this model takes at most %.0f : 1. Crop it"
                  + " first.",
              name,
              size,
              limit.ratio()));
    }
  }
}
