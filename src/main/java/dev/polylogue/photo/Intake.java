package dev.polylogue.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.FileNames;
import dev.polylogue.media.FileReader;
import dev.polylogue.media.FileSize;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.Metadata;
import dev.polylogue.media.Metadata.Trace;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes in photos: files, pasted pictures, and what a model answered (I37), by the same rules. Any
 * thread; blocks.
 */
public final class Intake {
  /** Of the longer side of a preview, in pixels. */
  public static final int PREVIEW = 2048;

  /** Nothing larger is read, in bytes (I35). */
  public static final int MOST_BYTES = 50_000_000;

  private static final int GLANCE = 64;

  private final PictureReader reader;

  public Intake(PictureReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a file.
   *
   * @param cancelled asked all the time; once true, it ends with an exception
   * @throws MediaException with a sentence when it is no photo, damaged or too large
   */
  public Photo take(Path file, BooleanSupplier cancelled) throws MediaException {
    Path last = file.getFileName();
    String name = FileNames.clean(last == null ? "" : last.toString());
    return take(FileReader.read(file, name, MOST_BYTES), name, cancelled);
  }

  /** The same of bytes, such as those that were dropped or that a model answered. */
  public Photo take(Bytes bytes, String named, BooleanSupplier cancelled) throws MediaException {
    String name = FileNames.clean(named);
    FileKind kind = kind(bytes, name);
    Decoded decoded = reader.read(bytes, kind, name, PREVIEW, cancelled);
    Metadata metadata = PictureReader.metadata(bytes, kind);
    Blob blob = new Blob(sha256(bytes), kind.mediaType(), bytes.size(), name);
    return new Photo(
        bytes,
        blob,
        new Size(decoded.width(), decoded.height()),
        decoded.image(),
        metadata,
        new Photo.Condition(
            decoded.cut(), decoded.facts().frames(), notes(kind, name, decoded, metadata)));
  }

  /**
   * Reads just enough to tell whether it could be taken, and how large it is.
   *
   * @param name as it is called in what is said of it
   */
  public Decoded probe(Bytes bytes, String name, BooleanSupplier cancelled) throws MediaException {
    return reader.read(bytes, kind(bytes, name), name, GLANCE, cancelled);
  }

  /** A picture from the clipboard, of which there are pixels only; they become a PNG (I34). */
  public Photo pasted(int[] argb, Size size) throws MediaException {
    try {
      Bytes png = PictureWriter.png(Pixels.of(argb, size.width(), size.height()));
      return take(png, "pasted.png", () -> false);
    } catch (IOException e) {
      throw new MediaException("The pasted picture can't be used: " + e.getMessage() + ".", e);
    }
  }

  /**
   * What a picture is.
   *
   * @throws MediaException when it is none that is accepted
   */
  static FileKind kind(Bytes bytes, String name) throws MediaException {
    if (bytes.size() == 0) {
      throw new MediaException(name + " is an empty file.");
    }
    FileSize.atMost(MOST_BYTES, bytes.size(), name, "a photo");
    FileKind kind = FileKind.of(bytes, name);
    Optional<String> refusal = kind.refusal();
    if (refusal.isPresent() && kind != FileKind.UNKNOWN) {
      throw new MediaException("%s is %s. %s".formatted(name, kind.words(), refusal.get()));
    }
    if (!kind.isPicture()) {
      boolean address = kind == FileKind.TEXT && bytes.size() < 4096 && isAddress(bytes.text());
      throw new MediaException(
          address
              ? "That is the address of a picture. Addresses are not opened: save the picture and"
                  + " take the file."
              : "%s is not a picture (it looks like %s). PNG, JPEG, WebP, GIF, BMP and TIFF are"
                      .formatted(name, kind == FileKind.UNKNOWN ? "something else" : kind.words())
                  + " accepted.");
    }
    return kind;
  }

  private static boolean isAddress(String text) {
    return text.strip().matches("(?s)(?:https?|ftp|file|data):\\S+(?:\\s+\\S+)?");
  }

  static String sha256(Bytes bytes) {
    MessageDigest digest = Hash.begin();
    bytes.inPieces((piece, length) -> digest.update(piece, 0, length));
    return Hash.end(digest);
  }

  private static List<String> notes(
      FileKind kind, String name, Decoded decoded, Metadata metadata) {
    List<String> notes = new ArrayList<>();
    if (decoded.cut()) {
      notes.add("It is damaged: its lower part is missing.");
    }
    String extension = FileNames.extension(name).toLowerCase(Locale.ROOT);
    if (!extension.isEmpty() && !isUsual(kind, extension)) {
      notes.add("It is %s, whatever its name says.".formatted(kind.words()));
    }
    if (metadata.orientation() != 1) {
      notes.add(
          "It was turned upright (its orientation was %d).".formatted(metadata.orientation()));
    }
    if (metadata.damaged()) {
      notes.add("Some of its metadata is damaged and was not read.");
    }
    if (metadata.found().contains(Trace.PLACE)) {
      notes.add("It says where it was taken; that stays on this computer.");
    }
    notes.addAll(decoded.notes());
    return notes;
  }

  private static boolean isUsual(FileKind kind, String extension) {
    return switch (kind) {
      case JPEG -> extension.equals(".jpg") || extension.equals(".jpeg");
      case TIFF -> extension.equals(".tif") || extension.equals(".tiff");
      default -> kind.mediaType().equals("image/" + extension.substring(1));
    };
  }
}
