package dev.polylogue.session;

import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that begins with what had to be changed before it was asked for. */
final class WarnedStream extends ForwardingStream {
  private final Deque<Warning> warnings;

  private WarnedStream(List<Warning> warnings, ChatStream answer) {
    super(answer);
    this.warnings = new ArrayDeque<>(warnings);
  }

  static ChatStream of(List<Warning> warnings, ChatStream answer) {
    return warnings.isEmpty() ? answer : new WarnedStream(warnings, answer);
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    Warning due = warnings.poll();
    return due == null ? super.next() : new ChatEvent.Warned(due);
  }
}
