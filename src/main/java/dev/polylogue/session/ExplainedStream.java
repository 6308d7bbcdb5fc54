package dev.polylogue.session;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelFacts.Retirement;
import dev.polylogue.provider.ProviderException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream that says when its model will end, and whose failure says that the model or the service
 * has ended.
 */
final class ExplainedStream extends ForwardingStream {
  private final Function<Failure, Optional<Retirement>> why;
  private @Nullable Retirement ahead;

  /**
   * @param ahead an end that is announced, or null
   * @param why what explains a failure
   */
  ExplainedStream(
      ChatStream stream, @Nullable Retirement ahead, Function<Failure, Optional<Retirement>> why) {
    super(stream);
    this.ahead = ahead;
    this.why = why;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    Retirement announced = ahead;
    if (announced != null) {
      ahead = null;
      return new ChatEvent.Warned(new Warning("model", sentence(announced)));
    }
    try {
      return super.next();
    } catch (ProviderException e) {
      throw explained(e);
    }
  }

  private ProviderException explained(ProviderException e) {
    Failure failure = e.failure();
    return why.apply(failure)
        .map(
            end ->
                new Failure(
                    failure.kind(),
                    failure.status(),
                    sentence(end) + " " + failure.message(),
                    failure.retryAfterSeconds()))
        .map(told -> new ProviderException(told, e.outcome()).repeatable(e.repeat()))
        .orElse(e);
  }

  private static String sentence(Retirement end) {
    return end.successor() == null
        ? end.note()
        : "%s Its successor is %s.".formatted(end.note(), end.successor());
  }
}
