package dev.polylogue.attachment;

import dev.polylogue.conversation.Blob;
import dev.polylogue.media.FileSize;
import java.util.List;

/**
 * How much goes with a prompt, in bytes. A request may have 32 MB at Anthropic ({@code
 * providers.md}, 6), and files travel in Base64, which makes four bytes of three.
 */
public final class Limits {
  /** All files of one prompt together; one PDF may be as large. */
  public static final int TOGETHER = 24_000_000;

  public static final int FILES = 20;

  static final int TEXT = 1_000_000;

  /** A picture as it is picked; what is sent is smaller, see {@link PictureFitter}. */
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
              .formatted(FileSize.words(TOGETHER), FileSize.words(bytes)));
    }
  }
}
