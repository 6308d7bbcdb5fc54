package dev.polylogue.provider;

import dev.polylogue.conversation.PictureOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to a model that makes pictures, at the moment of sending.
 *
 * @param card the model, named as at its provider, and what is known of it
 * @param instruction the user's words, sent as they are
 * @param sources what is to be edited, the first one above all; none to draw from nothing
 * @param mask transparent where the first source may change and opaque elsewhere, of its size; null
 *     when it may change everywhere
 */
public record PictureRequest(
    ModelCard card,
    String instruction,
    List<Upload> sources,
    @Nullable Upload mask,
    PictureOptions options) {
  public PictureRequest {
    sources = List.copyOf(sources);
  }

  public String model() {
    return card.ref().model();
  }

  /**
   * A picture as it leaves this computer: upright, and nothing in it but pixels and colour profile.
   *
   * @param mediaType {@code image/png} or {@code image/jpeg}
   * @param bytes how long it is
   * @param content opens it anew each time, so that it is sent from the disk
   */
  public record Upload(String mediaType, int width, int height, long bytes, Content content) {}

  /** Where the bytes of an upload come from. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
