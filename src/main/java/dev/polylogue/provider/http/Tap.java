package dev.polylogue.provider.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copy of the first bytes of a body while they are read, tells the watchdog of each, and
 * ends a body that has no end: a few megabytes on the wire may be gigabytes unpacked (F43). Written
 * by the reading thread; any thread may look.
 */
final class Tap extends ForwardingSource {
  /** Decoded; the longest real answer has some 64 MiB of pictures. */
  private static final long MOST_BYTES = 256L << 20;

  private final Watchdog watchdog;
  private final long most;
  private final @Nullable PictureCut cut;

  /** The bytes alone: a buffer would keep whole segments of 8 KiB for each word that came. */
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private long size;

  /**
   * @param most bytes to keep
   * @param cut leaves pictures out of the copy; or null
   */
  Tap(BufferedSource body, Watchdog watchdog, long most, @Nullable PictureCut cut) {
    super(body);
    this.watchdog = watchdog;
    this.most = most;
    this.cut = cut;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read = super.read(sink, byteCount);
    if (read > 0) {
      watchdog.sign();
      keep(sink, read);
    }
    if (size() > MOST_BYTES) {
      throw new SseReader.TooLargeException("it has more than 256 MiB");
    }
    return read;
  }

  private synchronized void keep(Buffer sink, long read) throws IOException {
    size += read;
    Buffer seen = sink;
    long fresh = read;
    if (cut != null) {
      Buffer piece = new Buffer();
      sink.copyTo(piece, sink.size() - read, read);
      seen = cut.without(piece.readByteArray());
      fresh = seen.size();
    }
    long wanted = Math.min(fresh, most - kept.size());
    if (wanted > 0) {
      seen.copyTo(kept, seen.size() - fresh, wanted);
    }
  }

  /** All that was read, in bytes. */
  synchronized long size() {
    return size;
  }

  synchronized byte[] bytes() {
    return kept.toByteArray();
  }
}
