package dev.polylogue.session;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that begins with what had to be changed before it was asked for. */
final class WarnedStream implements ChatStream {
  private final Deque<Warning> warnings;
  private final ChatStream answer;

  private WarnedStream(List<Warning> warnings, ChatStream answer) {
    this.warnings = new ArrayDeque<>(warnings);
    this.answer = answer;
  }

  static ChatStream of(List<Warning> warnings, ChatStream answer) {
    return warnings.isEmpty() ? answer : new WarnedStream(warnings, answer);
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    Warning due = warnings.poll();
    return due == null ? answer.next() : new ChatEvent.Warned(due);
  }

  @Override
  public @Nullable Long connectMillis() {
    return answer.connectMillis();
  }

  @Override
  public Phase phase() {
    return answer.phase();
  }

  @Override
  public List<Exchange> exchanges() {
    return answer.exchanges();
  }

  @Override
  public void close() {
    answer.close();
  }
}
