package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.FileNames;
import dev.polylogue.media.FileReader;
import dev.polylogue.media.FileSize;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.TextFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes in files and pasted pictures. One picture is decoded at a time (I38). Any thread. */
public final class Intake {
  private static final Pattern PICTURE_NAME =
      Pattern.compile("\\.(?:png|jpe?g|gif|webp|bmp|tiff?)");

  private final Pictures pictures;
  private final PdfText pdf;

  public Intake(Pictures pictures, PdfText pdf) {
    this.pictures = pictures;
    this.pdf = pdf;
  }

  /** Reads a file, whose name is shown and sent along. Blocks. */
  public Attachment take(Path file) throws AttachmentException {
    Path last = file.getFileName();
    String name = FileNames.clean(last == null ? "" : last.toString());
    try {
      return take(FileReader.read(file, name, Limits.FILE), name);
    } catch (MediaException e) {
      throw new AttachmentException(e);
    }
  }

  /**
   * Takes in bytes, such as a picture from the clipboard. Blocks.
   *
   * @throws AttachmentException when no model takes such a thing, it is damaged or too large
   */
  public Attachment take(Bytes bytes, String named) throws AttachmentException {
    try {
      return taken(bytes, FileNames.clean(named));
    } catch (MediaException e) {
      throw new AttachmentException(e);
    }
  }

  private Attachment taken(Bytes bytes, String name) throws AttachmentException, MediaException {
    if (bytes.size() == 0) {
      throw new AttachmentException(name + " is empty.");
    }
    Optional<String> text = TextFile.decode(bytes);
    FileKind kind = FileKind.of(bytes, name, text);
    if (kind.refusal().isPresent()) {
      throw new AttachmentException(
          "%s is %s. %s".formatted(name, kind.words(), kind.refusal().get()));
    }
    if (kind.isPicture()) {
      FileSize.atMost(Limits.PICTURE, bytes.size(), name, "a picture");
      return pictures.take(bytes, kind, name);
    }
    if (isNamedAsPicture(name)) {
      throw new AttachmentException(
          "%s is not a picture: it looks like %s. Give it a name that fits and attach it again."
              .formatted(name, kind.words()));
    }
    return kind == FileKind.PDF ? pdf(bytes, name) : text(text.orElseThrow(), name);
  }

  private Attachment pdf(Bytes bytes, String name) throws AttachmentException {
    pdf.check(bytes, name);
    return new Attachment(bytes, "application/pdf", FileNames.typed(name, ".pdf"));
  }

  private static Attachment text(String text, String name)
      throws AttachmentException, MediaException {
    if (text.isBlank()) {
      throw new AttachmentException(name + " is empty: there is nothing but blanks in it.");
    }
    Bytes utf8 = Bytes.of(text);
    FileSize.atMost(Limits.TEXT, utf8.size(), name, "a text file");
    return new Attachment(utf8, "text/plain", name);
  }

  private static boolean isNamedAsPicture(String name) {
    String extension = FileNames.extension(name).toLowerCase(Locale.ROOT);
    return PICTURE_NAME.matcher(extension).matches();
  }
}
