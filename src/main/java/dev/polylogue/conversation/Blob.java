package dev.polylogue.conversation;

/**
 * A picture or file that is kept beside the history, named by what is in it.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param mediaType what the first bytes say it is, such as {@code image/png}
 * @param size in bytes
 * @param name as the user knows it; {@code ""} where a model made it
 */
public record Blob(String sha256, String mediaType, long size, String name) {
  public boolean isPicture() {
    return mediaType.startsWith("image/");
  }

  public boolean isText() {
    return mediaType.startsWith("text/");
  }
}
