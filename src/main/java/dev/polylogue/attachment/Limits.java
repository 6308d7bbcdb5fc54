package dev.polylogue.attachment;

import dev.polylogue.conversation.Blob;
import java.util.List;
import java.util.Locale;

/**
 * How much goes with a prompt, in bytes. A request may have 32 MB at Anthropic ({@code
 * providers.md}, 6), and files travel in Base64, which makes four bytes of three.
 */
public final class Limits {
  /** All files of one prompt together; one PDF may be as large. */
  public static final int TOGETHER = 24_000_000;

  public static final int FILES = 20;

  static final int TEXT = 1_000_000;

  /** A picture as it is picked; what is sent is smaller, see {@link PictureWriter}. */
  static final int PICTURE = 20_000_000;

  /** Nothing larger is read. */
  static final int FILE = TOGETHER;

  private Limits() {}

  /**
   * Checks what goes with one prompt.
   *
   * @throws AttachmentException when it is too much
   */
  public static void check(List<Blob> together) throws AttachmentException {
    if (together.size() > FILES) {
      throw new AttachmentException(
          "A prompt takes at most %d files; these are %d.".formatted(FILES, together.size()));
    }
    long bytes = together.stream().mapToLong(Blob::size).sum();
    if (bytes > TOGETHER) {
      throw new AttachmentException(
          "The files of a prompt may have %s together; these have %s."
              .formatted(size(TOGETHER), size(bytes)));
    }
  }

  /** As people write it: {@code 812 bytes}, {@code 34 kB}, {@code 1.2 MB}. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    if (bytes < 999_500) {
      return "%d kB".formatted(Math.round(bytes / 1e3));
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6).replace(".0 ", " ");
  }

  static void atMost(long limit, long size, String name, String what) throws AttachmentException {
    if (size > limit) {
      throw new AttachmentException(
          "%s is too large: %s may have %s, this one has %s."
              .formatted(name, what, size(limit), size(size)));
    }
  }
}
