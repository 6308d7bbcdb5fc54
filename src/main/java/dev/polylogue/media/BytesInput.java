package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Feeds a decoder without a copy of the bytes, until it is no longer wanted: a decoder asks for
 * more all the time, so that this is where one that takes too long, or was cancelled, is ended.
 */
final class BytesInput extends ImageInputStreamImpl {
  private final Bytes bytes;
  private final BooleanSupplier stop;

  BytesInput(Bytes bytes, BooleanSupplier stop) {
    this.bytes = bytes;
    this.stop = stop;
  }

  @Override
  public int read() throws IOException {
    check();
    bitOffset = 0;
    return streamPos >= bytes.size() ? -1 : bytes.at((int) streamPos++) & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    check();
    bitOffset = 0;
    int count = (int) Math.min(length, bytes.size() - streamPos);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    bytes.copy((int) streamPos, into, from, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.size();
  }

  private void check() throws IOException {
    checkClosed();
    if (stop.getAsBoolean()) {
      throw new Stopped();
    }
  }

  /** The same bytes for whoever wants a plain stream. */
  static InputStream stream(Bytes bytes) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return at < bytes.size() ? bytes.at(at++) & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int count = Math.min(length, bytes.size() - at);
        if (count <= 0) {
          return length == 0 ? 0 : -1;
        }
        bytes.copy(at, into, from, count);
        at += count;
        return count;
      }
    };
  }

  /** Nobody wants the rest. */
  static final class Stopped extends IOException {
    private static final long serialVersionUID = 1;
  }
}
