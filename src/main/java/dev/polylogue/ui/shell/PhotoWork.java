package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.MediaException;
import dev.polylogue.photo.Composite;
import dev.polylogue.photo.Difference;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Photo;
import dev.polylogue.photo.Size;
import dev.polylogue.photo.Symmetry;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.MaskTaken;
import dev.polylogue.session.PhotoFiles;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.Change;
import dev.polylogue.ui.photo.Keeping;
import dev.polylogue.ui.photo.PhotoLab;
import dev.polylogue.ui.photo.Shelf;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Does for the window what is done with photos elsewhere, two at a time (I38). What came is shown
 * before it is compared: comparisons stand in a line of their own. Any thread.
 */
final class PhotoWork implements PhotoLab {
  /** Longest side of pictures that are compared. */
  private static final int COMPARED = 1_600;

  private static final String SAMPLE = "/samples/bay.jpg";

  private final EditPhoto photos;
  private final PhotoFiles files;
  private final Semaphore two = new Semaphore(2);
  private final Semaphore comparing = new Semaphore(1);
  private final Latest latest = new Latest();

  /** The picture that another was compared with last, in small. */
  private static final class Latest {
    private String sha256 = "";
    private @Nullable Decoded picture;
  }

  PhotoWork(EditPhoto photos) {
    this.photos = photos;
    this.files = photos.files();
  }

  @Override
  public BufferedImage decode(Blob picture) throws Exception {
    return among(two, () -> files.whole(picture));
  }

  @Override
  public BufferedImage decode(Bytes picture) throws Exception {
    return among(two, () -> files.small(picture, Integer.MAX_VALUE));
  }

  @Override
  public BufferedImage kept(Blob result, Keeping keeping) throws Exception {
    Composite.Outcome outcome =
        among(
            two,
            () -> files.composite(keeping.source(), result, keeping.mask(), keeping.feather()));
    return switch (outcome) {
      case Composite.Outcome.Made whole -> whole.picture();
      case Composite.Outcome.Refused refused -> throw new Unkept(refused.reason());
    };
  }

  private static <T> T among(Semaphore places, Callable<T> work) throws Exception {
    places.acquire();
    try {
      return work.call();
    } finally {
      places.release();
    }
  }

  @Override
  public Change compare(Blob source, Blob result, EditStep step) throws Exception {
    return among(comparing, () -> compared(source, result, step));
  }

  private Change compared(Blob source, Blob result, EditStep step) throws Exception {
    Decoded kept = source(source);
    Decoded read = files.read(result, COMPARED);
    Size asked = new Size(kept.width(), kept.height());
    Size came = new Size(read.width(), read.height());
    // Of what is not whole nobody knows what it would have shown.
    if (read.cut()) {
      return Change.unlike(Change.Fit.CUT, asked, came);
    }
    if (!came.hasShapeOf(asked)) {
      return Change.unlike(Change.Fit.RESHAPED, asked, came);
    }
    BufferedImage before = kept.image();
    BufferedImage after = read.image();
    Size size = new Size(before.getWidth(), before.getHeight());
    Blob mask = step.mask();
    int feather = step.outside().feather();
    Levels where = mask == null ? null : files.levels(mask).feathered(feather).scaled(size);
    if (Symmetry.isTurned(before, after, where)) {
      return Change.unlike(Change.Fit.TURNED, asked, came);
    }
    Difference found = Difference.of(before, after, where);
    Double outside = where == null || Double.isNaN(found.outside()) ? null : found.outside();
    double inside = where == null ? found.outside() : found.inside();
    @Nullable BufferedImage made =
        where != null && step.outside().kept() ? Composite.whereItFits(before, after, where) : null;
    BufferedImage map =
        made == null
            ? map(after, found.heat())
            : map(made, Difference.of(before, made, where).heat());
    return Change.over(Double.isNaN(inside) ? 0 : inside, outside, asked, came, map);
  }

  @Override
  public Change between(Shelf.Wanted left, Shelf.Wanted right) throws Exception {
    return among(comparing, () -> compared(left, right));
  }

  private Change compared(Shelf.Wanted left, Shelf.Wanted right) throws Exception {
    Decoded first = files.read(left.picture(), COMPARED);
    Decoded second = files.read(right.picture(), COMPARED);
    Size one = new Size(first.width(), first.height());
    Size other = new Size(second.width(), second.height());
    if (first.cut() || second.cut()) {
      return Change.unlike(Change.Fit.CUT, one, other);
    }
    if (!other.hasShapeOf(one)) {
      return Change.unlike(Change.Fit.RESHAPED, one, other);
    }
    BufferedImage before = shown(left, first);
    BufferedImage after = shown(right, second);
    if (Symmetry.isTurned(before, after, null)) {
      return Change.unlike(Change.Fit.TURNED, one, other);
    }
    Difference found = Difference.of(before, after, null);
    return Change.over(found.outside(), null, one, other, map(after, found.heat()));
  }

  private BufferedImage shown(Shelf.Wanted wanted, Decoded came) throws Exception {
    Keeping keeping = wanted.keeping();
    return keeping == null
        ? came.image()
        : files.composite(
            keeping.source(), wanted.picture(), keeping.mask(), keeping.feather(), COMPARED);
  }

  /** The results of a step are compared with the same source, which is decoded for the first. */
  private Decoded source(Blob wanted) throws MediaException, HistoryException {
    synchronized (latest) {
      Decoded picture = latest.picture;
      if (picture == null || !wanted.sha256().equals(latest.sha256)) {
        picture = files.read(wanted, COMPARED);
        latest.picture = picture;
        latest.sha256 = wanted.sha256();
      }
      return picture;
    }
  }

  /** The heat over the result, which is dimmed and without colours. */
  private static BufferedImage map(BufferedImage result, BufferedImage heat) {
    int width = heat.getWidth();
    int height = heat.getHeight();
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.drawImage(result, 0, 0, width, height, null);
    pen.dispose();
    BufferedImage map = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pen = map.createGraphics();
    pen.drawImage(grey, 0, 0, null);
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.62f));
    pen.setColor(new Color(16, 18, 24));
    pen.fillRect(0, 0, width, height);
    pen.setComposite(AlphaComposite.SrcOver);
    pen.drawImage(heat, 0, 0, null);
    pen.dispose();
    return map;
  }

  @Override
  public Taken take(Path file, boolean despiteDamage) throws Exception {
    return checked(photos.look(file), despiteDamage);
  }

  @Override
  public Taken take(Bytes picture, String name, boolean despiteDamage) throws Exception {
    return checked(photos.look(picture, name), despiteDamage);
  }

  private static Taken checked(Photo photo, boolean despiteDamage) throws Damaged {
    if (photo.condition().damaged() && !despiteDamage) {
      throw new Damaged("%s is damaged: its lower part is missing.".formatted(photo.blob().name()));
    }
    return new Taken(photo.bytes(), photo.blob().mediaType(), photo.blob().name());
  }

  @Override
  public Taken sample() throws Exception {
    try (InputStream in = PhotoWork.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IOException("There is no sample photo.");
      }
      return take(Bytes.owning(in.readAllBytes()), "bay.jpg", false);
    }
  }

  @Override
  public String sentence(Exception failure, Texts texts) {
    boolean known = failure instanceof MediaException || failure instanceof Damaged;
    String words = failure.getMessage();
    return known && words != null ? words : Sentences.of(failure, texts);
  }

  @Override
  public MaskTaken mask(Path file, Size photo) throws Exception {
    return files.mask(file, photo);
  }

  @Override
  public Levels mask(Blob kept, Size photo) throws Exception {
    return files.levels(kept).scaled(photo);
  }

  @Override
  public Levels mask(Bytes drawn, Size photo) throws Exception {
    return files.levels(drawn).scaled(photo);
  }
}
