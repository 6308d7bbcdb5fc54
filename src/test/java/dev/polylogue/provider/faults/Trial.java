package dev.polylogue.provider.faults;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One question, asked once through the real client, protocol and engine. Whether the program may
 * repeat it is noted and kept from the engine, so that a row sees one request; what the engine
 * makes of it has tests of its own.
 */
final class Trial {
  private final Once once;
  private final Round round;

  private Trial(Once once, Round round) {
    this.once = once;
    this.round = round;
  }

  static Trial ask(Provider provider, String prompt) throws InterruptedException {
    Trial trial = start(provider, prompt);
    trial.await();
    return trial;
  }

  static Trial start(Provider provider, String prompt) {
    Once once = new Once(provider.chat(request(prompt)));
    Job job =
        new Job(
            UUID.randomUUID(),
            Reply.queued(UUID.randomUUID(), new ModelRef("host", "m")),
            request(prompt).card(),
            () -> once);
    return new Trial(
        once,
        new Runner(System::nanoTime)
            .start(UUID.randomUUID(), UUID.randomUUID(), List.of(job), Journal.NONE));
  }

  static ChatRequest request(String prompt) {
    return new ChatRequest(
        ModelCard.named(new ModelRef("host", "m")),
        Parameters.NONE,
        List.of(Message.user(prompt)),
        Blobs.NONE);
  }

  void await() throws InterruptedException {
    round.awaitEnd();
  }

  void stop() {
    round.stopAll();
  }

  Reply reply() {
    return Objects.requireNonNull(round.runs().getFirst().result());
  }

  /** The reply while it grows. */
  Round round() {
    return round;
  }

  Failure failure() {
    return Objects.requireNonNull(reply().outcome().failure());
  }

  ProviderException.Repeat repeat() {
    ProviderException told = once.told;
    return told == null ? ProviderException.Repeat.NEVER : told.repeat();
  }

  List<Exchange> exchanges() {
    return once.exchanges();
  }

  /** The stream, which says to the engine that nothing is ever to be repeated. */
  private static final class Once implements ChatStream {
    private final ChatStream stream;
    private volatile ProviderException told;

    Once(ChatStream stream) {
      this.stream = stream;
    }

    @Override
    public ChatEvent next() throws ProviderException {
      try {
        return stream.next();
      } catch (ProviderException e) {
        told = e;
        throw e.repeatable(ProviderException.Repeat.NEVER);
      }
    }

    @Override
    public Phase phase() {
      return stream.phase();
    }

    @Override
    public List<Exchange> exchanges() {
      return stream.exchanges();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
