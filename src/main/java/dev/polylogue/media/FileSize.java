package dev.polylogue.media;

import java.util.Locale;

/** How much is in a file, in words. */
public final class FileSize {
  private FileSize() {}

  /** As people write it: {@code 812 bytes}, {@code 34 kB}, {@code 1.2 MB}. */
  public static String words(long bytes) {
    if (bytes < 1000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    if (bytes < 999_500) {
      return "%d kB".formatted(Math.round(bytes / 1e3));
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6).replace(".0 ", " ");
  }

  /**
   * @param what with its article: {@code a picture}
   * @throws MediaException when it is more than that
   */
  public static void atMost(long limit, long size, String name, String what) throws MediaException {
    if (size > limit) {
      throw new MediaException(
          "%s is too large: %s may have %s, this one has %s."
              .formatted(name, what, words(limit), words(size)));
    }
  }
}
