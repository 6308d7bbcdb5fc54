package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.history.BlobStore;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.Metadata;
import dev.polylogue.media.PictureReader;
import dev.polylogue.photo.Intake;
import dev.polylogue.photo.Size;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.ProviderException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a picture, and what of it would leave this computer. Nothing is sent. Any
 * thread; every call blocks.
 */
public final class PhotoFacts {
  private final BlobStore blobs;
  private final PhotoFiles files;
  private final Providers providers;
  private final Intake intake;

  PhotoFacts(BlobStore blobs, PhotoFiles files, Providers providers, PictureReader reader) {
    this.blobs = blobs;
    this.files = files;
    this.providers = providers;
    this.intake = new Intake(reader);
  }

  /**
   * What a model would be sent.
   *
   * @param host to which, with a port where it is an unusual one
   * @param here whether that is this computer
   * @param sentMask whether the model takes a mask, or nobody knows
   */
  public record Departure(
      ModelRef model, String host, boolean here, File picture, boolean sentMask) {}

  /** A file as it leaves: of its type, in its size, so many bytes long. */
  public record File(String mediaType, Size size, long bytes) {}

  /** How large a picture of the history is, upright. */
  public Size size(Blob picture) throws MediaException, HistoryException {
    return files.size(picture);
  }

  /** What stands in a picture of the history beside its pixels; none of it is ever sent. */
  public Metadata metadata(Blob picture) throws MediaException, HistoryException {
    String name = picture.name().isEmpty() ? "The picture" : picture.name();
    return intake.take(blobs.read(picture), name, () -> false).metadata();
  }

  /**
   * Prepares a picture as for sending, and forgets it again.
   *
   * @throws ProviderException with a sentence why this model can't be sent the picture
   */
  public Departure departure(ModelRef model, Blob source) throws ProviderException {
    ModelCard card = providers.card(model);
    try (PhotoFiles.Ready ready = files.ready(card, List.of(source), EditStep.USUAL)) {
      Upload upload = ready.sources().getFirst();
      File file =
          new File(upload.mediaType(), new Size(upload.width(), upload.height()), upload.bytes());
      URI address = providers.find(model.provider()).map(ProviderSettings::baseUrl).orElse(null);
      return new Departure(
          model, host(address), isHere(address), file, card.facts().may(Capability.MASK));
    }
  }

  private static String host(@Nullable URI address) {
    if (address == null || address.getHost() == null) {
      return "";
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return address.getPort() < 0 ? host : host + ":" + address.getPort();
  }

  /** Only by what is written: no name is looked up for it. */
  private static boolean isHere(@Nullable URI address) {
    String host = address == null || address.getHost() == null ? "" : address.getHost();
    boolean loopback = host.equals("127.0.0.1") || host.equals("[::1]");
    return loopback || host.equalsIgnoreCase("localhost");
  }
}
