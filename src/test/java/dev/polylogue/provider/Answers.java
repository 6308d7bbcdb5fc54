package dev.polylogue.provider;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** Asks a host through the real client, protocol and engine, and waits for the reply. */
public final class Answers {
  private static final OkHttpClient CLIENT = SafeClient.create();

  private Answers() {}

  public static Provider provider(URI baseUrl, String key, Map<String, String> options)
      throws ProviderException {
    ProviderSettings settings =
        new ProviderSettings(
            "host", Protocol.OPENAI_CHAT, baseUrl, KeyPlace.NONE, Map.of(), options);
    return new ChatCompletions(CLIENT, Endpoint.of(settings, () -> Optional.of(key)));
  }

  public static Reply from(URI baseUrl) throws InterruptedException, ProviderException {
    return from(provider(baseUrl, "canary-4711", Map.of()), "Hello");
  }

  public static Reply from(Provider provider, String prompt) throws InterruptedException {
    Round round = start(provider, prompt, Journal.NONE);
    round.awaitEnd();
    return Objects.requireNonNull(round.runs().getFirst().result());
  }

  /** Asks once: what the engine repeats is its own business. */
  public static Round start(Provider provider, String prompt, Journal journal) {
    return start(provider, prompt, journal, Patience.NONE);
  }

  public static Round start(Provider provider, String prompt, Journal journal, Patience patience) {
    ChatRequest request =
        new ChatRequest(
            ModelCard.named(new ModelRef("p", "m")),
            Parameters.NONE,
            List.of(Message.user(prompt)),
            Blobs.NONE);
    Job job =
        new Job(
            UUID.randomUUID(),
            Reply.queued(UUID.randomUUID(), new ModelRef("host", "m")),
            request.card(),
            () -> provider.chat(request));
    return new Runner(System::nanoTime, patience)
        .start(UUID.randomUUID(), UUID.randomUUID(), List.of(job), journal);
  }

  public static Failure failure(Reply reply) {
    return Objects.requireNonNull(reply.outcome().failure());
  }
}
