package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Warning;
import dev.polylogue.history.BlobStore;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.FileReader;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.photo.Composite;
import dev.polylogue.photo.Intake;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Limit;
import dev.polylogue.photo.MaskFile;
import dev.polylogue.photo.Prepared;
import dev.polylogue.photo.Preparer;
import dev.polylogue.photo.Size;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.PictureTaken;
import dev.polylogue.provider.ProviderException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures between the history, the disk and a provider. Any thread; every call blocks. */
public final class PhotoFiles {
  /** The side of a picture of which only the size is wanted, in pixels. */
  private static final int GLANCE = 64;

  private final BlobStore blobs;
  private final PictureReader reader;
  private final Preparer preparer;
  private final Shared<Wanted> shared = new Shared<>();

  /** Who wants the same of these is sent the same. */
  private record Wanted(List<Blob> sources, @Nullable Blob mask, int soft, Limit limit) {}

  /**
   * @param outgoing a folder for what is on its way to a provider; made where there is none
   */
  PhotoFiles(BlobStore blobs, PictureReader reader, Path outgoing) {
    this.blobs = blobs;
    this.reader = reader;
    this.preparer = new Preparer(reader, outgoing);
  }

  /**
   * What goes to a model. To be closed when it is sent.
   *
   * @param files what lies on the disk for it
   */
  record Ready(List<Upload> sources, @Nullable Upload mask, List<Prepared> files, Runnable closing)
      implements AutoCloseable {
    /** The same, whose closing is another's business. */
    Ready sharedUntil(Runnable left) {
      return new Ready(sources, mask, files, left);
    }

    /**
     * What was made smaller for the model (I32), and what has finer colours than are sent (I17).
     */
    List<Warning> warnings() {
      List<Warning> warnings = new ArrayList<>();
      for (Prepared file : files) {
        String name = file.equals(files.getFirst()) ? "The photo" : "A reference";
        if (file.isScaled()) {
          warnings.add(
              new Warning(
                  "",
                  "%s was sent with %s pixels, since its %s are more than this model is given."
                      .formatted(name, file.size(), file.original().size())));
        }
        if (file.original().isDeep()) {
          warnings.add(
              new Warning(
                  "",
                  "%s was sent with 8 bits a channel; it has %d."
                      .formatted(name, file.original().depth())));
        }
      }
      return warnings;
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  private static void delete(List<Prepared> files) {
    for (Prepared file : files) {
      try {
        file.close();
      } catch (IOException e) {
        // it lies in a folder of ours that is emptied at the next start
      }
    }
  }

  /**
   * Brings pictures of the history into the form in which they leave this computer. Decodes and
   * encodes, so it takes its time, but once only for all models that are sent the same now; on the
   * thread of the run.
   *
   * @param step says where they may change; the mask goes as it was drawn where its edge is made
   *     soft here afterwards
   * @throws ProviderException when a picture can't be read
   */
  Ready ready(ModelCard card, List<Blob> sources, EditStep step) throws ProviderException {
    Limit limit = limit(card);
    int soft = step.outside().kept() ? 0 : step.outside().feather();
    Wanted wanted = new Wanted(sources, step.mask(), soft, limit);
    return shared.want(wanted, () -> prepared(wanted));
  }

  /** As the catalogue says, whatever the model is called where it runs. */
  private static Limit limit(ModelCard card) {
    PictureTaken takes = card.pictures() == null ? null : card.pictures().takes();
    return takes == null
        ? Limit.USUAL
        : new Limit(takes.side(), takes.pixels(), takes.bytes(), takes.ratio(), takes.least());
  }

  private Ready prepared(Wanted wanted) throws ProviderException {
    List<Prepared> files = new ArrayList<>();
    try {
      for (Blob source : wanted.sources) {
        files.add(preparer.prepare(blobs.read(source), called(source), wanted.limit));
      }
      List<Upload> uploads = files.stream().map(PhotoFiles::upload).toList();
      Upload where = null;
      Blob mask = wanted.mask;
      if (mask != null) {
        Levels levels = levels(mask).feathered(wanted.soft);
        Prepared sent = preparer.mask(levels, files.getFirst().size());
        files.add(sent);
        where = upload(sent);
      }
      return new Ready(uploads, where, files, () -> delete(files));
    } catch (MediaException | HistoryException | IOException e) {
      delete(files);
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST, "Nothing was sent. " + e.getMessage());
    }
  }

  private static Upload upload(Prepared file) {
    return new Upload(
        file.mediaType(),
        file.size().width(),
        file.size().height(),
        file.bytes(),
        () -> Files.newInputStream(file.file()));
  }

  private static String called(Blob blob) {
    return blob.name().isEmpty() ? "The picture" : blob.name();
  }

  /**
   * A mask from a file, brought to the size of a photo.
   *
   * @throws MediaException when it is no picture, or of another shape than the photo (I28)
   */
  public MaskTaken mask(Path file, Size size) throws MediaException {
    String name = String.valueOf(file.getFileName());
    MaskFile read = MaskFile.read(reader, FileReader.read(file, name, Intake.MOST_BYTES), name);
    if (read.distorts(size)) {
      throw new MediaException(
          "The mask %s has %s pixels, which is another shape than that of the photo, %s. Draw one of the same size."
              .formatted(name, read.levels().size(), size));
    }
    List<String> notes = new ArrayList<>();
    if (!read.fits(size)) {
      notes.add(
          "The mask has %s pixels; it was scaled to %s. Draw one of that size to say it exactly."
              .formatted(read.levels().size(), size));
    }
    if (!read.alpha()) {
      notes.add("The mask has no transparency, so it was read as white for what may change.");
    }
    Levels levels = read.scaledTo(size);
    levels.warning().ifPresent(notes::add);
    return new MaskTaken(levels, notes);
  }

  /** How large a picture is, upright. */
  public Size size(Blob picture) throws MediaException, HistoryException {
    Decoded decoded = read(picture, GLANCE);
    return new Size(decoded.width(), decoded.height());
  }

  /** All of a picture is read, but only a little of it is kept. */
  Decoded glance(Bytes picture) throws MediaException {
    return decode(picture, "What came", GLANCE);
  }

  /** A mask of the history, as it was drawn. */
  public Levels levels(Blob mask) throws MediaException, HistoryException {
    return levels(blobs.read(mask));
  }

  /** The same of a mask that is in no step yet. */
  public Levels levels(Bytes mask) throws MediaException {
    return MaskFile.read(reader, mask, "The mask").levels();
  }

  /**
   * A result with its source put back outside the mask.
   *
   * @param feather how soft the edge of the mask is, in pixels of the source
   */
  public Composite.Outcome composite(Blob source, Blob result, Blob mask, int feather)
      throws MediaException, HistoryException {
    BufferedImage kept = whole(source);
    Levels levels = levels(mask).scaled(new Size(kept.getWidth(), kept.getHeight()));
    return Composite.of(kept, whole(result), levels.feathered(feather));
  }

  /**
   * The same in small, and the result as it came where they don't fit together.
   *
   * @param side of the longer side, in pixels
   */
  public BufferedImage composite(Blob source, Blob result, Blob mask, int feather, int side)
      throws MediaException, HistoryException {
    Decoded before = read(source, side);
    BufferedImage kept = before.image();
    Levels levels = levels(mask).scaled(new Size(kept.getWidth(), kept.getHeight()));
    int soft = (int) Math.round((double) feather * kept.getWidth() / before.width());
    return Composite.whereItFits(kept, small(result, side), levels.feathered(soft));
  }

  /** A picture of the history, upright. */
  public BufferedImage whole(Blob picture) throws MediaException, HistoryException {
    return small(picture, Integer.MAX_VALUE);
  }

  /** The same, no larger than that on its longer side, in pixels. */
  public BufferedImage small(Blob picture, int side) throws MediaException, HistoryException {
    return read(picture, side).image();
  }

  /** The same, with what is known of all of it. */
  public Decoded read(Blob picture, int side) throws MediaException, HistoryException {
    return decode(blobs.read(picture), called(picture), side);
  }

  /** The same of a picture that is kept nowhere. */
  public BufferedImage small(Bytes picture, int side) throws MediaException {
    return decode(picture, "The picture", side).image();
  }

  private Decoded decode(Bytes bytes, String name, int side) throws MediaException {
    return reader.read(bytes, FileKind.of(bytes, name), name, side, () -> false);
  }
}
