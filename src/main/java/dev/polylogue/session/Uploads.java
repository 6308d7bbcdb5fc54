package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.photo.Prepared;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings pictures of the history into the form in which they leave this computer. */
@FunctionalInterface
interface Uploads {
  /**
   * What goes to a model. To be closed when it is sent.
   *
   * @param files what lies on the disk for it
   */
  record Ready(List<Upload> sources, @Nullable Upload mask, List<Prepared> files)
      implements AutoCloseable {
    @Override
    public void close() {
      for (Prepared file : files) {
        try {
          file.close();
        } catch (IOException e) {
          // it lies in a folder of ours that is emptied at the next start
        }
      }
    }
  }

  /**
   * Decodes and encodes, so it takes its time; on the thread of the run.
   *
   * @throws ProviderException when a picture can't be read
   */
  Ready ready(ModelCard card, List<Blob> sources, @Nullable Blob mask) throws ProviderException;
}
