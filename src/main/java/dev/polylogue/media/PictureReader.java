package dev.polylogue.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.polylogue.conversation.Bytes;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the first picture of a file, once its header says that it can be (I08, I09), within a
 * limit of time (I20).
 */
public final class PictureReader {
  public static final int MOST_SIDE = 16_384;
  public static final long MOST_PIXELS = 100_000_000;

  private static final int PIXEL_BYTES = 4;
  private static final long PATIENCE_MILLIS = 5_000;

  /** Half a minute for a large photo, since the computer may be busy with other things. */
  private static final long PATIENCE_FOR_A_MILLION_PIXELS_MILLIS = 1_000;

  /** Cameras and programs write about ten (I20). */
  private static final int MOST_SCANS = 200;

  private final LongSupplier nanoClock;

  public PictureReader(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /**
   * Reads it upright and in sRGB.
   *
   * @param side of the longer side, in pixels, at most
   * @param cancelled asked all the time; once true, the reading ends with an exception
   * @throws MediaException when it is damaged, too large, takes too long, or was cancelled
   */
  public Decoded read(Bytes bytes, FileKind kind, String name, int side, BooleanSupplier cancelled)
      throws MediaException {
    if (!kind.isPicture()) {
      throw new MediaException("%s can't be read: it is %s.".formatted(name, kind.words()));
    }
    List<Chunk> chunks = Chunk.of(bytes, kind);
    Deadline deadline = new Deadline(cancelled);
    ImageReader reader = reader(kind);
    try (BytesInput in = new BytesInput(bytes, deadline)) {
      CutListener listener = new CutListener();
      reader.setInput(in, false, true);
      reader.addIIOReadWarningListener(listener);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkSize(width, height, name);
      deadline.allow((long) width * height);
      if (kind == FileKind.JPEG && Chunk.scans(bytes) > MOST_SCANS) {
        throw new MediaException(
            name + " has too many passes to be decoded. Open it elsewhere and save it anew.");
      }
      Profile profile = Profile.of(bytes, kind, chunks);
      ImageReadParam coarse = reader.getDefaultReadParam();
      int step = (int) Math.max(1, Math.max(width, height) / (2L * side));
      coarse.setSourceSubsampling(step, step, 0, 0);
      boolean inks = kind == FileKind.JPEG && Cmyk.is(bytes, chunks);
      BufferedImage plain =
          inks
              ? Cmyk.plain(reader.readRaster(0, coarse), bytes, chunks, profile.icc(4))
              : Pixels.plain(Pixels.fit(firstOf(reader, coarse), side), unapplied(kind, profile));
      int way = MetadataReader.read(bytes, kind, chunks, "").orientation();
      BufferedImage upright = Orientation.bake(Pixels.fit(plain, side), way);
      boolean turned = Orientation.isOnItsSide(way);
      FileFacts facts = FileFacts.of(bytes, kind);
      return new Decoded(
          upright,
          turned ? height : width,
          turned ? width : height,
          facts,
          listener.cut,
          notes(profile, inks, facts));
    } catch (IOException | RuntimeException e) {
      throw deadline.blame(name, kind, e);
    } finally {
      reader.dispose();
    }
  }

  /** What stands in it beside its pixels. Quick. */
  public static Metadata metadata(Bytes bytes, FileKind kind) {
    List<Chunk> chunks = Chunk.of(bytes, kind);
    return MetadataReader.read(bytes, kind, chunks, Profile.of(bytes, kind, chunks).name());
  }

  private static BufferedImage firstOf(ImageReader reader, ImageReadParam coarse)
      throws IOException {
    Iterator<?> types = reader.getImageTypes(0);
    if (!types.hasNext()) {
      throw new IOException("Its colours are unknown.");
    }
    return reader.read(0, coarse);
  }

  /** ImageIO obeys the profile of a JPEG and of a WebP by itself, and overlooks that of a PNG. */
  private static @Nullable ICC_Profile unapplied(FileKind kind, Profile profile) {
    return kind == FileKind.PNG ? profile.icc(3) : null;
  }

  private static List<String> notes(Profile profile, boolean inks, FileFacts facts) {
    List<String> notes = new ArrayList<>();
    if (profile.broken()) {
      notes.add("Its colour profile can't be read, so its colours are taken for sRGB.");
    }
    if (inks) {
      notes.add(
          profile.icc(4) == null
              ? "It was made for print (CMYK) without a profile; its colours are approximate."
              : "It was made for print (CMYK); its colours were brought to sRGB.");
    } else if (profile.icc() != null) {
      notes.add("Its colours (%s) were brought to sRGB.".formatted(profile.name()));
    }
    if (facts.isDeep()) {
      notes.add("It has %d bits a channel; 8 of them are used.".formatted(facts.depth()));
    }
    if (facts.frames() > 1) {
      notes.add(facts.which());
    }
    return notes;
  }

  static ImageReader reader(FileKind kind) {
    return kind == FileKind.WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
  }

  private static void checkSize(int width, int height, String name) throws MediaException {
    long pixels = (long) width * height;
    if (Math.max(width, height) > MOST_SIDE || pixels > MOST_PIXELS) {
      throw new MediaException(
          String.format(
              Locale.ROOT,
              "%s has %,d × %,d pixels, which is too large: at most %,d on a side and %d million in"
                  + " all are accepted.",
              name,
              width,
              height,
              MOST_SIDE,
              MOST_PIXELS / 1_000_000));
    }
    if (pixels * PIXEL_BYTES > Runtime.getRuntime().maxMemory() / 4) {
      throw new MediaException(
          String.format(
              Locale.ROOT,
              "%s has %,d × %,d pixels, which is too large for the memory of this program. Make it"
                  + " smaller.",
              name,
              width,
              height));
    }
  }

  /** When to give up. */
  private final class Deadline implements BooleanSupplier {
    private final BooleanSupplier cancelled;
    private final long begin = nanoClock.getAsLong();
    private long most = PATIENCE_MILLIS;
    private boolean late;

    Deadline(BooleanSupplier cancelled) {
      this.cancelled = cancelled;
    }

    void allow(long pixels) {
      most += pixels / 1_000_000 * PATIENCE_FOR_A_MILLION_PIXELS_MILLIS;
    }

    @Override
    public boolean getAsBoolean() {
      late |= nanoClock.getAsLong() - begin > TimeUnit.MILLISECONDS.toNanos(most);
      return late || cancelled.getAsBoolean();
    }

    MediaException blame(String name, FileKind kind, Exception cause) {
      if (cancelled.getAsBoolean()) {
        return new MediaException(name + " was not read: that was cancelled.", cause);
      }
      return late
          ? new MediaException(
              "%s takes too long to decode. Open it in another program and save it anew."
                  .formatted(name),
              cause)
          : new MediaException(
              "%s is %s, but it is damaged.".formatted(name, kind.words()),
              "Get it again from where it came from.",
              cause);
    }
  }

  /** A JPEG that ends too early is only warned of. */
  private static final class CutListener implements IIOReadWarningListener {
    boolean cut;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String words = warning.toLowerCase(Locale.ROOT);
      cut |= words.contains("premature end") || words.contains("missing eoi");
    }
  }
}
