package dev.polylogue.provider.openai;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;

/** A question as a test puts it, sent through the real client, protocol and engine. */
record Ask(
    Protocol protocol,
    Map<String, String> options,
    ModelFacts facts,
    Parameters parameters,
    List<Message> messages,
    Blobs files) {
  private static final OkHttpClient CLIENT = SafeClient.create();

  /** What a host got, and what became of it here. */
  record Sent(FaultHost.Request request, JsonNode body, Reply reply) {
    List<Warning> warnings() {
      return reply.outcome().warnings();
    }
  }

  static Ask over(Protocol protocol) {
    return new Ask(
        protocol,
        Map.of(),
        ModelFacts.UNKNOWN,
        Parameters.NONE,
        List.of(Message.user("Hello")),
        Blobs.NONE);
  }

  Ask option(String name, String value) {
    Map<String, String> more = new HashMap<>(options);
    more.put(name, value);
    return new Ask(protocol, more, facts, parameters, messages, files);
  }

  Ask with(Setting setting, String value) {
    return new Ask(protocol, options, facts, parameters.with(setting, value), messages, files);
  }

  Ask with(ModelFacts known) {
    return new Ask(protocol, options, known, parameters, messages, files);
  }

  Ask saying(Message... said) {
    return new Ask(protocol, options, facts, parameters, List.of(said), files);
  }

  Ask holding(Blobs held) {
    return new Ask(protocol, options, facts, parameters, messages, held);
  }

  Provider provider(URI baseUrl) throws ProviderException {
    ProviderSettings settings =
        new ProviderSettings("host", protocol, baseUrl, KeyPlace.NONE, Map.of(), options);
    Endpoint endpoint = Endpoint.of(settings, () -> Optional.of("canary-4711"));
    return protocol == Protocol.OPENAI_RESPONSES
        ? new Responses(CLIENT, endpoint)
        : new ChatCompletions(CLIENT, endpoint);
  }

  /** Asks the model {@code m} there. */
  Reply at(URI baseUrl) throws Exception {
    ChatRequest request =
        new ChatRequest(
            new ModelCard(new ModelRef("host", "m"), "M", facts), parameters, messages, files);
    Job job =
        new Job(
            UUID.randomUUID(),
            Reply.queued(UUID.randomUUID(), new ModelRef("host", "m")),
            request.card(),
            () -> provider(baseUrl).chat(request));
    Round round =
        new Runner(System::nanoTime, Patience.NONE)
            .start(UUID.randomUUID(), UUID.randomUUID(), List.of(job), Journal.NONE);
    round.awaitEnd();
    return Objects.requireNonNull(round.runs().getFirst().result());
  }

  /** Asks a host that answers with this stream. */
  Reply stream(String events) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + events))) {
      return at(host.baseUrl());
    }
  }

  /** Sends, and tells what arrived. The host answers with a word. */
  Sent send() throws Exception {
    String answer =
        protocol == Protocol.OPENAI_RESPONSES
            ? "{\"object\":\"response\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}]}"
            : "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", answer)))) {
      Reply reply = at(host.baseUrl());
      FaultHost.Request request = host.requests().getFirst();
      return new Sent(request, Json.parse(request.body()), reply);
    }
  }
}
