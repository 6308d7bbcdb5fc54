package dev.polylogue.provider;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.http.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to a provider and everything that came of it, without the engine between. */
public record Talk(List<ChatEvent> events, @Nullable ProviderException failure) {
  private static final JsonMapper JSON = new JsonMapper();

  public static Endpoint endpoint(Protocol protocol, URI baseUrl, Map<String, String> options)
      throws ProviderException {
    return Endpoint.of(
        new ProviderSettings("host", protocol, baseUrl, KeyPlace.NONE, Map.of(), options),
        () -> Optional.of("canary-4711"));
  }

  /** Asks the model {@code m} of which only these facts are known. */
  public static ChatRequest request(ModelFacts facts, Parameters set, Message... messages) {
    return request("m", facts, set, messages);
  }

  public static ChatRequest request(
      String model, ModelFacts facts, Parameters set, Message... messages) {
    ModelRef ref = new ModelRef("host", model);
    return new ChatRequest(
        ModelCard.named(ref).with(facts),
        set,
        List.of(messages),
        blob -> Bytes.of("bytes of " + blob.name()));
  }

  /** Settings as people write them, in pairs of name and value. */
  public static Parameters set(String... pairs) {
    Parameters set = Parameters.NONE;
    for (int i = 0; i < pairs.length; i += 2) {
      set = set.with(Setting.named(pairs[i]).orElseThrow(), pairs[i + 1]);
    }
    return set;
  }

  public static Talk with(Provider provider, ChatRequest request) {
    List<ChatEvent> events = new ArrayList<>();
    try (ChatStream stream = provider.chat(request)) {
      for (ChatEvent event = stream.next(); event != null; event = stream.next()) {
        events.add(event);
      }
      return new Talk(events, null);
    } catch (ProviderException e) {
      return new Talk(events, e);
    }
  }

  public <E extends ChatEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    all(ChatEvent.TextDelta.class).forEach(delta -> text.append(delta.text()));
    return text.toString();
  }

  public @Nullable String finish() {
    List<ChatEvent.Finished> all = all(ChatEvent.Finished.class);
    return all.isEmpty() ? null : all.getFirst().reason();
  }

  /** What the warnings concern. */
  public List<String> warnedAbout() {
    return warnings().stream().map(Warning::about).toList();
  }

  public List<Warning> warnings() {
    return all(ChatEvent.Warned.class).stream().map(ChatEvent.Warned::warning).toList();
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Base64 of what the files of {@link #request} hold. */
  public static String base64(String name) {
    return Base64.getEncoder().encodeToString(Bytes.of("bytes of " + name).toArray());
  }

  /** Payloads as a stream of events. */
  public static String stream(String... payloads) {
    StringBuilder stream = new StringBuilder(FaultHost.streamHead());
    for (String payload : payloads) {
      stream.append("data: ").append(payload).append("\n\n");
    }
    return stream.toString();
  }
}
