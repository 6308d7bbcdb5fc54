package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.PictureFacts;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.PictureSize;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits what the user wants of a picture to what the model and its protocol take, and notes each
 * difference for the user. Used by one thread while one request is written.
 */
public final class PictureAsk {
  private final PictureRequest request;
  private final PictureSize size;
  private final List<Upload> sources;
  private final List<Warning> warnings = new ArrayList<>();
  private int count;

  public PictureAsk(PictureRequest request) {
    this.request = request;
    this.count = request.options().n();
    Upload first = request.sources().isEmpty() ? null : request.sources().getFirst();
    this.size = request.card().size(request.options().size(), first);
    if (size.note() != null) {
      warn("size", size.note());
    }
    Integer most = facts().map(PictureFacts::mostSources).orElse(null);
    if (most != null && most < request.sources().size()) {
      sources = request.sources().subList(0, most);
      warn(
          "attachment",
          "%s takes %d %s at most; %d more were not sent."
              .formatted(
                  request.model(),
                  most,
                  most == 1 ? "picture" : "pictures",
                  request.sources().size() - most));
    } else {
      sources = request.sources();
    }
  }

  public PictureRequest request() {
    return request;
  }

  /** Why nothing is to be sent: a model that can't edit would make something else, for money. */
  public Optional<ProviderException> refusal() {
    boolean edit = !request.sources().isEmpty();
    boolean able = request.card().facts().may(edit ? Capability.EDITS : Capability.DRAWS);
    return able
        ? Optional.empty()
        : Optional.of(
            ProviderException.failed(
                FailureKind.UNSUPPORTED,
                "%s %s; nothing was sent."
                    .formatted(
                        request.card().ref(), edit ? "edits no pictures" : "makes no pictures")));
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Those that the model takes. */
  public List<Upload> sources() {
    return sources;
  }

  /** How many pictures are asked for. */
  public int count() {
    return count;
  }

  public PictureSize size() {
    return size;
  }

  public Optional<String> ratio() {
    return Optional.ofNullable(size.ratio());
  }

  public Optional<String> resolution() {
    return Optional.ofNullable(size.resolution());
  }

  /** In pixels, or in whatever words the user has for it where nothing is known of the model. */
  public Optional<String> pixels() {
    return Optional.ofNullable(size.size() == null ? size.ratio() : size.size());
  }

  public Optional<String> quality() {
    return Optional.ofNullable(request.options().quality());
  }

  public Optional<String> format() {
    return Optional.ofNullable(request.options().format());
  }

  public Optional<String> background() {
    return Optional.ofNullable(request.options().background());
  }

  /** Fields that go with each edit by this model. */
  public Map<String, String> editFields() {
    return facts().map(PictureFacts::edits).orElse(Map.of());
  }

  private Optional<PictureFacts> facts() {
    return Optional.ofNullable(request.card().pictures());
  }

  /** The mask, where the model is not known to take none. */
  public Optional<Upload> mask() {
    if (request.mask() != null && !request.card().facts().may(Capability.MASK)) {
      noMask();
      return Optional.empty();
    }
    return Optional.ofNullable(request.mask());
  }

  public void noMask() {
    if (request.mask() != null) {
      warn(
          "mask",
          "%s takes no mask; it was not sent, so anything in the picture may change."
              .formatted(request.model()));
    }
  }

  public void onlyOne() {
    if (count > 1) {
      warn(
          "n",
          "%s makes one picture for each request; %d were wanted."
              .formatted(request.model(), count));
      count = 1;
    }
  }

  public void noPlaceForQuality() {
    leftOut("quality", options().quality());
  }

  public void noPlaceForFormat() {
    leftOut("format", options().format());
  }

  public void noPlaceForBackground() {
    leftOut("background", options().background());
  }

  private PictureOptions options() {
    return request.options();
  }

  private void leftOut(String what, @Nullable String value) {
    if (value != null) {
      warn(what, "%s takes no %s; \"%s\" was left out.".formatted(request.model(), what, value));
    }
  }

  private void warn(String about, String sentence) {
    warnings.add(new Warning(about, sentence));
  }
}
