package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that one request led to. */
public record Drawn(
    List<ChatEvent> events, @Nullable ProviderException failed, List<Exchange> exchanges) {

  static Drawn from(ChatStream stream) {
    List<ChatEvent> events = new ArrayList<>();
    ProviderException failed = null;
    try {
      for (ChatEvent event = stream.next(); event != null; event = stream.next()) {
        events.add(event);
      }
    } catch (ProviderException e) {
      failed = e;
    }
    return new Drawn(events, failed, stream.exchanges());
  }

  private <E extends ChatEvent> Stream<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  public List<byte[]> pictures() {
    return of(ChatEvent.Pictured.class).map(event -> event.bytes().toArray()).toList();
  }

  List<String> mediaTypes() {
    return of(ChatEvent.Pictured.class).map(ChatEvent.Pictured::mediaType).toList();
  }

  List<byte[]> sketches() {
    return of(ChatEvent.Sketched.class).map(event -> event.bytes().toArray()).toList();
  }

  public List<String> warnings() {
    return of(ChatEvent.Warned.class).map(event -> event.warning().message()).toList();
  }

  String text() {
    return String.join("", of(ChatEvent.TextDelta.class).map(ChatEvent.TextDelta::text).toList());
  }

  @Nullable Usage usage() {
    return of(ChatEvent.Counted.class).map(ChatEvent.Counted::usage).findFirst().orElse(null);
  }

  @Nullable Cost cost() {
    return of(ChatEvent.Counted.class)
        .map(ChatEvent.Counted::cost)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether the program may ask again by itself. */
  public ProviderException.Repeat repeat() {
    return Objects.requireNonNull(failed, "it did not fail").repeat();
  }

  /** What is kept of an answer. */
  public Exchange.Response answer(int number) {
    return Objects.requireNonNull(exchanges.get(number).response());
  }

  public Failure failure() {
    return Objects.requireNonNull(failed, "it did not fail").failure();
  }
}
