package dev.polylogue.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG with nothing in it but pixels, each as it is. ImageIO leaves rows as they are, which
 * makes a gradient thirty times as large as it need be.
 *
 * <p>Few colours or shades of grey take a third of the room. Of a small picture every form is
 * written that may be the smallest; of a large one only the most promising, for the time's sake.
 *
 * <p>Bands of rows are looked at one by one: drawings deflate best as they are, photos once the
 * neighbours of each pixel are subtracted; and only where it is worth it is time spent on it.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final int HEADER = 13;

  /** In pixels. */
  private static final int SMALL = 1_000_000;

  /** Of a band, in bytes; a quarter of each is deflated for a trial. */
  private static final int BAND = 1 << 18;

  private static final int THOROUGH = 6;
  private static final int QUICK = 3;

  /** What deflates to no less of itself is noise: twice the time would win one part in twenty. */
  private static final int NOISE = 4;

  private final BufferedImage image;
  private final DataOutputStream out;
  private final PngForm form;
  private final PngRows rows;
  private final Deflater deflater = new Deflater(THOROUGH);
  private final Deflater trial = new Deflater(Deflater.BEST_SPEED);
  private final byte[] piece = new byte[1 << 15];

  private PngEncoder(BufferedImage image, PngForm form, OutputStream out) {
    this.image = image;
    this.form = form;
    this.out = new DataOutputStream(out);
    this.rows = new PngRows(image, form);
  }

  static void write(BufferedImage image, OutputStream out) throws IOException {
    List<PngForm> forms = PngForm.of(image);
    boolean small = (long) image.getWidth() * image.getHeight() <= SMALL;
    if (forms.size() == 1 || !small) {
      write(image, forms.getFirst(), out);
      return;
    }
    ByteArrayOutputStream smallest = null;
    for (PngForm form : forms) {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      write(image, form, written);
      smallest = smallest == null || written.size() < smallest.size() ? written : smallest;
    }
    Objects.requireNonNull(smallest).writeTo(out);
  }

  private static void write(BufferedImage image, PngForm form, OutputStream out)
      throws IOException {
    PngEncoder encoder = new PngEncoder(image, form, out);
    try {
      encoder.write();
    } finally {
      encoder.deflater.end();
      encoder.trial.end();
    }
  }

  private void write() throws IOException {
    out.write(SIGNATURE);
    chunk("IHDR", header(), HEADER);
    byte[] colours = form.colours();
    if (colours.length > 0) {
      chunk("PLTE", colours, colours.length);
    }
    int band = Math.max(1, BAND / rows.stride());
    byte[] plain = new byte[band * rows.stride()];
    byte[] filtered = new byte[plain.length];
    for (int y = 0; y < image.getHeight(); y += band) {
      int count = Math.min(band, image.getHeight() - y);
      for (int i = 0; i < count; i++) {
        rows.read(y + i);
        rows.plain(plain, i * rows.stride());
        rows.filtered(filtered, i * rows.stride());
      }
      add(plain, filtered, count * rows.stride());
    }
    deflater.finish();
    drain();
    chunk("IEND", piece, 0);
    out.flush();
  }

  private byte[] header() {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putInt(image.getWidth()).putInt(image.getHeight());
    return header.put((byte) form.depth).put((byte) form.colourType).array();
  }

  private void add(byte[] plain, byte[] filtered, int length) throws IOException {
    int sample = Math.max(rows.stride(), length / 4);
    int asIs = deflated(plain, sample);
    int subtracted = deflated(filtered, sample);
    deflater.setLevel(Math.min(asIs, subtracted) > sample / NOISE ? QUICK : THOROUGH);
    // before there is input, which would still be deflated by the level of the band above
    drain();
    deflater.setInput(asIs <= subtracted ? plain : filtered, 0, length);
    drain();
  }

  private int deflated(byte[] bytes, int length) {
    trial.reset();
    trial.setInput(bytes, 0, length);
    trial.finish();
    while (!trial.finished()) {
      trial.deflate(piece);
    }
    return Math.toIntExact(trial.getBytesWritten());
  }

  /** All that the deflater gives; after its end, all there is. */
  private void drain() throws IOException {
    int count = deflater.deflate(piece);
    while (count > 0) {
      chunk("IDAT", piece, count);
      count = deflater.deflate(piece);
    }
  }

  private void chunk(String name, byte[] content, int length) throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(content, 0, length);
    out.writeInt(length);
    out.write(type);
    out.write(content, 0, length);
    out.writeInt((int) sum.getValue());
  }
}
