package dev.polylogue.transfer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.util.Optional;

/** Where the pictures and files of comparisons lie. */
@FunctionalInterface
public interface StoredFiles {
  /** Empty when it is missing or damaged. */
  Optional<Bytes> read(Blob blob) throws IOException;
}
