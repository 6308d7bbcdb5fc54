package dev.polylogue.provider.http;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;

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
  private final Buffer kept = new Buffer();
  private long size;

  /**
   * @param most bytes to keep
   */
  Tap(BufferedSource body, Watchdog watchdog, long most) {
    super(body);
    this.watchdog = watchdog;
    this.most = most;
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

  private synchronized void keep(Buffer sink, long read) {
    long wanted = Math.min(read, most - kept.size());
    if (wanted > 0) {
      sink.copyTo(kept, sink.size() - read, wanted);
    }
    size += read;
  }

  /** All that was read, in bytes. */
  synchronized long size() {
    return size;
  }

  synchronized byte[] bytes() {
    return kept.snapshot().toByteArray();
  }
}
