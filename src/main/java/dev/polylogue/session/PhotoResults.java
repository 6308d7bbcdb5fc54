package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditSession.Result;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.history.BlobStore;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.Exif;
import dev.polylogue.media.ExifPart;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import dev.polylogue.photo.Composite;
import dev.polylogue.photo.Saving;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results of edits as they are shown, saved and edited further: where the source is to be kept
 * outside the mask, put together with it. Any thread; every call blocks.
 */
public final class PhotoResults {
  private final HistoryStore history;
  private final BlobStore blobs;
  private final PhotoFiles files;
  private final Saving saving;

  PhotoResults(HistoryStore history, PhotoFiles files, PictureReader reader) {
    this.history = history;
    this.blobs = history.blobs();
    this.files = files;
    this.saving = new Saving(reader);
  }

  /**
   * How a result is used.
   *
   * @param made what was put together here; null where it is used as it came
   * @param refusal why the source could not be kept outside the mask, or null
   */
  private record Used(@Nullable BufferedImage made, @Nullable String refusal) {}

  private Used used(EditSession session, Result result, Blob came) throws HistoryException {
    Blob mask = result.step().mask();
    if (mask == null || !result.step().keepsSource()) {
      return new Used(null, null);
    }
    try {
      Blob source = session.source(result.turn());
      return switch (files.composite(source, came, mask, result.step().outside().feather())) {
        case Composite.Outcome.Made made -> new Used(made.picture(), null);
        case Composite.Outcome.Refused refused -> new Used(null, refused.reason());
      };
    } catch (MediaException e) {
      return new Used(null, e.getMessage());
    }
  }

  /** A result as it is used, decoded. */
  BufferedImage small(EditSession session, PictureRef picture, int side)
      throws MediaException, HistoryException {
    Result result = result(session, picture);
    Blob came = came(result, picture);
    BufferedImage made = used(session, result, came).made();
    return made == null ? files.small(came, side) : Pixels.fit(made, side);
  }

  /**
   * A result as it is used, as a blob. What was put together is kept for now; it stays only where
   * something comes to refer to it.
   *
   * @throws IllegalArgumentException when there is no such result
   */
  public Blob kept(EditSession session, PictureRef picture) throws HistoryException {
    Result result = result(session, picture);
    Blob came = came(result, picture);
    BufferedImage made = used(session, result, came).made();
    if (made == null) {
      return came;
    }
    try {
      Blob kept = blobs.keep(PictureWriter.png(made), "image/png", "");
      history.edits().passing(kept);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("A picture could not be written in memory.", e);
    }
  }

  private static Blob came(Result result, PictureRef picture) {
    return result.pictures().get(picture.index());
  }

  private static Result result(EditSession session, PictureRef picture) {
    return session
        .result(picture)
        .filter(found -> picture.index() >= 0 && picture.index() < found.pictures().size())
        .orElseThrow(() -> new IllegalArgumentException("There is no result " + picture + "."));
  }

  /**
   * Saves a result in the form that was asked of the model, else as PNG; so too where its source is
   * kept outside the mask, which no JPEG would keep to the pixel.
   */
  public SavedPicture save(EditSession session, PictureRef picture, Path folder, Set<ExifPart> exif)
      throws IOException {
    boolean jpeg =
        session
            .result(picture)
            .map(Result::step)
            .filter(step -> "jpeg".equals(step.options().format()) && !step.keepsSource())
            .isPresent();
    return save(session, picture, folder, jpeg ? Saving.Format.JPEG : Saving.Format.PNG, exif);
  }

  /**
   * Saves a result under a name of our own making, never over another file: {@code
   * NAME-PROVIDER-MODEL-N.png}, or {@code .jpg}. One that is cut short is called {@code …-cut}, one
   * that is only a sketch {@code …-sketch}; what can't be read at all is put there as it came, as
   * {@code ….unusable} (I37).
   *
   * @param exif what it is given of the EXIF of the photo, as far as that has it
   * @throws IOException with a sentence, when it could not be saved
   */
  public SavedPicture save(
      EditSession session,
      PictureRef picture,
      Path folder,
      Saving.Format format,
      Set<ExifPart> exif)
      throws IOException {
    try {
      Result result = result(session, picture);
      Blob came = came(result, picture);
      Bytes bytes = blobs.read(came);
      String name =
          Saving.name(session.photo().name(), result.reply().model(), picture.index() + 1);
      Decoded read = readable(bytes, folder, name);
      Used used = used(session, result, came);
      BufferedImage made = used.made();
      Bytes given = exif.isEmpty() ? Bytes.NONE : exif(session.photo(), exif);
      boolean sketch = result.isSketch(picture.index());
      String called = sketch ? name + "-sketch" : read.cut() ? name + "-cut" : name;
      Path file =
          saving.save(
              made == null ? bytes : PictureWriter.png(made), folder, called, format, given);
      List<String> notes = new ArrayList<>();
      if (used.refusal() != null) {
        notes.add("Saved as it came, since the source could not be kept: " + used.refusal());
      }
      if (sketch) {
        notes.add("It is no more than a sketch, so it is called %s.".formatted(file.getFileName()));
      }
      if (read.cut()) {
        notes.add("Its lower part is missing, so it is called %s.".formatted(file.getFileName()));
      }
      boolean whole = notes.isEmpty();
      if (made != null && format == Saving.Format.JPEG) {
        notes.add("A JPEG changes pixels a little everywhere, also outside the mask.");
      }
      if (!exif.isEmpty() && given.size() == 0) {
        notes.add("The photo has none of the EXIF that was chosen.");
      }
      int width = made == null ? read.width() : made.getWidth();
      int height = made == null ? read.height() : made.getHeight();
      return new SavedPicture(file, width, height, whole, notes);
    } catch (MediaException | HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Decoded readable(Bytes bytes, Path folder, String name) throws IOException {
    try {
      return files.glance(bytes);
    } catch (MediaException e) {
      Path aside = Saving.aside(bytes, folder, name);
      throw new IOException("%s It lies in %s.".formatted(e.getMessage(), aside), e);
    }
  }

  private Bytes exif(Blob photo, Set<ExifPart> parts) throws HistoryException {
    Bytes original = blobs.read(photo);
    return Exif.of(original, FileKind.of(original, photo.name()), parts);
  }

  /** All of a picture that lies in the history. */
  public Bytes read(Blob picture) throws HistoryException {
    return blobs.read(picture);
  }
}
