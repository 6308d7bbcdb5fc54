package dev.polylogue.ui;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.ProviderException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** An answer that a test writes piece by piece. */
public final class WrittenStream implements ChatStream {
  private sealed interface Step {}

  private record Event(Optional<ChatEvent> event) implements Step {}

  private record Closed() implements Step {}

  private record Refused(String words) implements Step {}

  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final @Nullable ChatRequest request;
  private final @Nullable PictureRequest edit;

  WrittenStream(ChatRequest request) {
    this.request = request;
    this.edit = null;
  }

  WrittenStream(PictureRequest edit) {
    this.request = null;
    this.edit = edit;
  }

  @Override
  public List<Exchange> exchanges() {
    return List.of();
  }

  public ChatRequest request() {
    return Objects.requireNonNull(request);
  }

  /** What is wanted of a picture. */
  public PictureRequest edit() {
    return Objects.requireNonNull(edit);
  }

  /** How the picture looks so far. */
  public WrittenStream sketch(Bytes picture) {
    steps.add(new Event(Optional.of(new ChatEvent.Sketched(picture, "image/png"))));
    return this;
  }

  public WrittenStream say(String text) {
    steps.add(new Event(Optional.of(new ChatEvent.TextDelta(text))));
    return this;
  }

  public WrittenStream draw(Bytes picture) {
    steps.add(new Event(Optional.of(new ChatEvent.Pictured(picture, "image/png"))));
    return this;
  }

  /** The provider breaks off. */
  public void fail() {
    steps.add(new Closed());
  }

  /** The provider says in words that it won't. */
  public void refuse(String words) {
    steps.add(new Refused(words));
  }

  public void end() {
    steps.add(new Event(Optional.empty()));
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    try {
      return switch (steps.take()) {
        case Event event -> event.event().orElse(null);
        case Refused refused ->
            throw ProviderException.failed(FailureKind.CONTENT_FILTER, refused.words());
        case Closed closed ->
            throw ProviderException.interrupted(FailureKind.DISCONNECTED, "Closed.");
      };
    } catch (InterruptedException e) {
      throw ProviderException.interrupted(FailureKind.DISCONNECTED, "Interrupted.");
    }
  }

  @Override
  public Phase phase() {
    return Phase.WAITING;
  }

  @Override
  public void close() {
    steps.add(new Closed());
  }
}
