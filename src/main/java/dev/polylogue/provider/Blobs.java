package dev.polylogue.provider;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import java.io.IOException;

/** Hands over the bytes of pictures and files. May block. Any thread. */
@FunctionalInterface
public interface Blobs {
  /** Holds nothing. */
  Blobs NONE =
      blob -> {
        throw new IOException("There is no file " + blob.name() + ".");
      };

  /**
   * Everything that is in it.
   *
   * @throws IOException when it is missing, or no longer what it was
   */
  Bytes read(Blob blob) throws IOException;
}
