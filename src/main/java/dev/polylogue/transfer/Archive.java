package dev.polylogue.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP archive from a stranger (T15). Entries are read where they lie and never unpacked: a name
 * is only ever compared, a link is the few bytes it consists of, and an archive within is passed
 * over. What comes out is counted as it comes; what an entry says of its own size counts for
 * nothing.
 */
public final class Archive implements Bundle, AutoCloseable {
  private final ZipFile zip;
  private final Limits limits;
  private final SequencedSet<String> names = new LinkedHashSet<>();
  private final int refused;
  private final int within;
  private final List<String> repeated = new ArrayList<>();
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
    int nested = 0;
    for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
      if (!isPlain(entry.getName())) {
        bad++;
      } else if (isArchive(entry.getName())) {
        nested++;
      } else if (!entry.isDirectory() && !names.add(entry.getName())) {
        repeated.add(entry.getName());
      }
    }
    refused = bad;
    within = nested;
  }

  /**
   * @throws IOException when it is damaged or has too many entries
   */
  public static Archive open(Path file, Limits limits) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException(
          String.valueOf(e.getMessage()).contains("encrypted")
              ? "The archive is locked with a password. Unpack it, and import its conversations.json."
              : "The archive is damaged, or is only a part of one: %s.".formatted(e.getMessage()),
          e);
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

  /** Names that stay inside. */
  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  /** How many entries were passed over since their names lead outside. */
  public int refused() {
    return refused;
  }

  /** How many archives lie in this one; they are passed over. */
  public int within() {
    return within;
  }

  /** Names of entries that stand there more than once; only one of each can be reached. */
  public List<String> repeated() {
    return List.copyOf(repeated);
  }

  /** Unpacks an entry as it is read. */
  @Override
  public InputStream open(String name) throws IOException {
    ZipEntry entry = names.contains(name) ? zip.getEntry(name) : null;
    InputStream stream;
    try {
      stream = entry == null ? null : zip.getInputStream(entry);
    } catch (ZipException e) {
      throw new EntryException(name, "is damaged");
    }
    if (entry == null || stream == null) {
      throw new IOException("The archive has no \"%s\".".formatted(name));
    }
    return new EntryStream(stream, entry, limits, this::count);
  }

  private void count(int bytes) throws IOException {
    out += bytes;
    if (out > limits.bytes) {
      throw new IOException(
          "The archive unpacks to more than %d MB; it was not read on."
              .formatted(limits.bytes >> 20));
    }
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
}
