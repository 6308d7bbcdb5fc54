package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.history.BlobStore;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.FileFacts;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.Metadata;
import dev.polylogue.media.PictureReader;
import dev.polylogue.photo.Size;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.ProviderException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a picture, and what of it would leave this computer. Nothing is sent. Any
 * thread; every call blocks.
 */
public final class PhotoFacts {
  private final BlobStore blobs;
  private final PhotoFiles files;
  private final Providers providers;

  PhotoFacts(BlobStore blobs, PhotoFiles files, Providers providers) {
    this.blobs = blobs;
    this.files = files;
    this.providers = providers;
  }

  /**
   * What leaves for a model.
   *
   * @param host to which, with a port where it is an unusual one
   * @param here whether that is the sandbox: any other on this computer may pass on what it is sent
   * @param sentMask whether the model takes a mask, or nobody knows
   */
  public record Departure(String host, boolean here, File picture, boolean sentMask) {}

  /** A file as it leaves: of its type, in its size, so many bytes long. */
  public record File(String mediaType, Size size, long bytes) {}

  /** How large a picture of the history is, upright. */
  public Size size(Blob picture) throws MediaException, HistoryException {
    return files.size(picture);
  }

  /**
   * What is known of a file.
   *
   * @param metadata what stands in it beside its pixels; none of it is ever sent
   * @param file what its head says
   */
  public record Known(Metadata metadata, FileFacts file) {}

  /** Looks at a picture of the history without decoding it. */
  public Known known(Blob picture) throws MediaException, HistoryException {
    Bytes bytes = blobs.read(picture);
    FileKind kind = FileKind.of(bytes, picture.name());
    return new Known(PictureReader.metadata(bytes, kind), FileFacts.of(bytes, kind));
  }

  /**
   * What a model would be sent.
   *
   * @param departure null where nothing would be
   * @param refusal why nothing would be, in a sentence; else empty
   */
  public record Answer(ModelRef model, @Nullable Departure departure, String refusal) {}

  /** Prepares a picture as for sending to these models, and forgets it again. */
  public List<Answer> departures(List<ModelRef> models, Blob source) {
    List<Answer> answers = new ArrayList<>();
    List<PhotoFiles.Ready> held = new ArrayList<>();
    try {
      for (ModelRef model : models) {
        ModelCard card = providers.card(model);
        try {
          PhotoFiles.Ready ready = files.ready(card, List.of(source), EditStep.USUAL);
          held.add(ready);
          answers.add(new Answer(model, departure(card, ready), ""));
        } catch (ProviderException e) {
          answers.add(new Answer(model, null, e.failure().message()));
        }
      }
    } finally {
      held.forEach(PhotoFiles.Ready::close);
    }
    return answers;
  }

  private Departure departure(ModelCard card, PhotoFiles.Ready ready) {
    Upload upload = ready.sources().getFirst();
    File file =
        new File(upload.mediaType(), new Size(upload.width(), upload.height()), upload.bytes());
    String provider = card.ref().provider();
    URI address = providers.find(provider).map(ProviderSettings::baseUrl).orElse(null);
    return new Departure(
        address == null ? "" : PictureHosts.name(address),
        providers.isSandbox(provider),
        file,
        card.facts().may(Capability.MASK));
  }
}
