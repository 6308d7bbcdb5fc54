package dev.polylogue.transfer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** What comes out of an entry of an archive, counted and checked as it comes. */
final class EntryStream extends FilterInputStream {
  private final ZipEntry entry;
  private final Archive.Limits limits;
  private final Meter meter;
  private final CRC32 sum = new CRC32();
  private final long most;
  private long count;

  /** Counts what comes out of the whole archive. */
  @FunctionalInterface
  interface Meter {
    /**
     * @throws IOException when that is too much
     */
    void add(int bytes) throws IOException;
  }

  EntryStream(InputStream in, ZipEntry entry, Archive.Limits limits, Meter meter) {
    super(in);
    this.entry = entry;
    this.limits = limits;
    this.meter = meter;
    most = limits.free() + limits.ratio() * Math.max(0, entry.getCompressedSize());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, from, length);
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
    if (read < 0) {
      checkSum();
    } else {
      sum.update(bytes, from, read);
      count += read;
      meter.add(read);
      if (count > most) {
        throw new EntryException(
            entry.getName(), "unpacks to more than %d times its size".formatted(limits.ratio()));
      }
    }
    return read;
  }

  /** The library leaves that to whoever reads to the end. */
  private void checkSum() throws EntryException {
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw damaged();
    }
  }

  private EntryException damaged() {
    return new EntryException(entry.getName(), "is damaged");
  }

  @Override
  public long skip(long wanted) throws IOException {
    // By reading, so that it is counted.
    return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
