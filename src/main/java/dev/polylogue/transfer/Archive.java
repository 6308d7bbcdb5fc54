package dev.polylogue.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP archive from a stranger (T15). Entries are read where they lie and never unpacked: a name
 * is only ever compared, a link is the few bytes it consists of, and an archive within is passed
 * over. What comes out is counted as it comes; what an entry says of its own size counts for
 * nothing.
 */
public final class Archive implements AutoCloseable {
  private final ZipFile zip;
  private final Limits limits;
  private final SequencedMap<String, ZipEntry> entries = new LinkedHashMap<>();
  private final int refused;
  private long out;

  /**
   * How much is enough.
   *
   * @param entries at most so many
   * @param bytes of all that is read, unpacked
   * @param ratio at most so many bytes out of one
   * @param free so many bytes come out of any entry, whatever the ratio
   */
  public record Limits(int entries, long bytes, int ratio, long free) {
    public static final Limits USUAL = new Limits(200_000, 2L << 30, 100, 1 << 20);
  }

  private Archive(ZipFile zip, Limits limits) throws IOException {
    this.zip = zip;
    this.limits = limits;
    if (zip.size() > limits.entries) {
      throw new IOException(
          "The archive has %d entries; more than %d are not read."
              .formatted(zip.size(), limits.entries));
    }
    int bad = 0;
    for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
      if (!isPlain(entry.getName())) {
        bad++;
      } else if (!entry.isDirectory() && !isArchive(entry.getName())) {
        entries.putIfAbsent(entry.getName(), entry);
      }
    }
    refused = bad;
  }

  /**
   * @throws IOException when it is damaged or has too many entries
   */
  public static Archive open(Path file, Limits limits) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException("The archive is damaged: %s.".formatted(e.getMessage()), e);
    }
    boolean opened = false;
    try {
      Archive archive = new Archive(zip, limits);
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  /** Names that stay inside, in the order of the archive. */
  public List<String> names() {
    return List.copyOf(entries.sequencedKeySet());
  }

  /** How many entries were passed over since their names lead outside. */
  public int refused() {
    return refused;
  }

  /**
   * Unpacks an entry as it is read.
   *
   * @throws IOException here or while reading when it is damaged or too much comes out
   */
  public InputStream open(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    InputStream stream = entry == null ? null : zip.getInputStream(entry);
    if (entry == null || stream == null) {
      throw new IOException("The archive has no \"%s\".".formatted(name));
    }
    return new Counted(stream, limits.free + limits.ratio * Math.max(0, entry.getCompressedSize()));
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.indexOf(':') < 0
        && name.indexOf('\0') < 0
        && !List.of(name.split("/", -1)).contains("..");
  }

  private static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return List.of(".zip", ".jar", ".gz", ".tar", ".7z", ".rar").stream().anyMatch(lower::endsWith);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Counted extends FilterInputStream {
    private final long most;
    private long count;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        count += read;
        out += read;
        if (count > most) {
          throw new IOException(
              "An entry of the archive unpacks to more than %d times its size; it was not read on."
                  .formatted(limits.ratio));
        }
        if (out > limits.bytes) {
          throw new IOException(
              "The archive unpacks to more than %d MB; it was not read on."
                  .formatted(limits.bytes >> 20));
        }
      }
      return read;
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
}
