package dev.polylogue.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.media.Exif;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.FileNames;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as files with names of our own making, never over an existing file and so never
 * over the source (T31). Any thread; blocks.
 */
public final class Saving {
  private static final float QUALITY = 0.95f;
  private static final int MOST_TRIES = 10_000;

  private final PictureReader reader;

  public Saving(PictureReader reader) {
    this.reader = reader;
  }

  /** In which form a picture is saved. */
  public enum Format {
    PNG,
    /** What shines through becomes white. */
    JPEG;

    String extension() {
      return this == PNG ? ".png" : ".jpg";
    }
  }

  /**
   * {@code harbour-openai-gpt-image-2-1}: the name of the photo, the model and the number, without
   * an extension, fit for every system (I36).
   *
   * @param number from 1
   */
  public static String name(String photo, ModelRef model, int number) {
    String of = FileNames.stem(FileNames.clean(photo));
    return "%s-%s-%s-%d".formatted(of, plain(model.provider()), plain(model.model()), number);
  }

  private static String plain(String words) {
    String plain = words.replaceAll("[^\\p{L}\\p{N}._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    return plain.length() > 60 ? plain.substring(0, 60) : plain;
  }

  /**
   * Saves a picture under a name that is free: where the wanted one is taken, {@code NAME-2},
   * {@code NAME-3}.
   *
   * @param bytes as they came; written as they are when they have that format already
   * @param name without an extension
   * @param format null keeps that of the bytes, as PNG where it is neither PNG nor JPEG
   * @return the file
   */
  public Path save(Bytes bytes, Path folder, String name, @Nullable Format format)
      throws MediaException, IOException {
    return save(bytes, folder, name, format, Bytes.NONE);
  }

  /**
   * The same with EXIF in it.
   *
   * @param exif in place of what the picture has; empty leaves it as it is
   */
  public Path save(Bytes bytes, Path folder, String name, @Nullable Format format, Bytes exif)
      throws MediaException, IOException {
    FileKind kind = Intake.kind(bytes, name);
    Format as = format != null ? format : kind == FileKind.JPEG ? Format.JPEG : Format.PNG;
    boolean same = kind.name().equals(as.name());
    if (exif.size() == 0 && !same) {
      return save(decoded(bytes, kind, name), folder, name, as);
    }
    Bytes plain = same ? bytes : written(decoded(bytes, kind, name), as);
    Bytes made = exif.size() == 0 ? plain : Exif.into(plain, FileKind.valueOf(as.name()), exif);
    return create(folder, name, as.extension(), out -> out.write(made.toArray()));
  }

  private BufferedImage decoded(Bytes bytes, FileKind kind, String name) throws MediaException {
    return reader.read(bytes, kind, name, Integer.MAX_VALUE, () -> false).image();
  }

  private static Bytes written(BufferedImage image, Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(image, format, out);
    return Bytes.owning(out.toByteArray());
  }

  /** The same of pixels, such as those of a composite or a contact sheet. */
  public Path save(BufferedImage image, Path folder, String name, Format format)
      throws IOException {
    return create(folder, name, format.extension(), out -> write(image, format, out));
  }

  /** Writes a picture to wherever. */
  public static void write(BufferedImage image, Format format, OutputStream out)
      throws IOException {
    switch (format) {
      case PNG -> PictureWriter.png(image, out);
      case JPEG -> PictureWriter.jpeg(onWhite(image), QUALITY, out);
    }
  }

  /** What lies beside a picture: its recipe, under the whole name of that very file. */
  public static Path beside(Path picture, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = recipe(picture);
    PictureWriter.create(file, out -> out.write(bytes));
    return file;
  }

  /** {@code a.png.json}, so that {@code a.jpg} has another one. */
  private static Path recipe(Path picture) {
    return picture.resolveSibling(picture.getFileName() + ".json");
  }

  /** What can't be used, as it came, under a name that nobody takes for that of a picture. */
  public static Path aside(Bytes bytes, Path folder, String name) throws IOException {
    return create(folder, name, ".unusable", out -> out.write(bytes.toArray()));
  }

  private static BufferedImage onWhite(BufferedImage image) {
    if (!Pixels.hasAlpha(image)) {
      return image;
    }
    BufferedImage white =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = white.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return white;
  }

  private static Path create(
      Path folder, String name, String extension, PictureWriter.Writing writing)
      throws IOException {
    Files.createDirectories(folder);
    for (int i = 1; i <= MOST_TRIES; i++) {
      Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + extension);
      try {
        // The recipe of a picture that was moved away speaks of no other one.
        if (!Files.exists(recipe(file))) {
          PictureWriter.create(file, writing);
          return file;
        }
      } catch (FileAlreadyExistsException e) {
        // the next number may be free
      }
    }
    throw new IOException(
        String.format(Locale.ROOT, "%s has too many pictures called %s.", folder, name));
  }
}
