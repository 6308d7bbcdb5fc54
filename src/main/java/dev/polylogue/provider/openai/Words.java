package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Text and thoughts of a Responses answer. A slot's words come as pieces and once more whole, which
 * counts for as much as no piece held. Messages stand apart by a blank line, and so do the parts of
 * a thought.
 */
final class Words {
  /** Between messages, and between parts of a thought. */
  static final String GAP = "\n\n";

  /** What is said in a slot. */
  enum Kind {
    TEXT,
    REFUSAL,
    SUMMARY,
    THOUGHT;

    boolean isThought() {
      return this == SUMMARY || this == THOUGHT;
    }
  }

  /**
   * Where words belong. Items are told apart by their place, never by their id, which some proxies
   * change from event to event.
   *
   * @param item {@code output_index}
   * @param part {@code content_index} or {@code summary_index}
   */
  record Slot(Kind kind, int item, int part) {}

  private final Map<Slot, StringBuilder> begun = new HashMap<>();
  private final Set<Slot> closed = new HashSet<>();
  private @Nullable Slot lastSaid;
  private @Nullable Slot lastThought;
  private boolean refused;

  void piece(Slot slot, String text, Consumer<ChatEvent> out) {
    if (text.isEmpty()) {
      return;
    }
    refused |= slot.kind() == Kind.REFUSAL;
    StringBuilder came = begun.get(slot);
    boolean first = came == null && !closed.contains(slot);
    if (came == null) {
      came = new StringBuilder();
      begun.put(slot, came);
    }
    came.append(text);
    if (slot.kind().isThought()) {
      out.accept(new ChatEvent.ReasoningDelta(first && lastThought != null ? GAP + text : text));
      lastThought = slot;
    } else {
      boolean apart = lastSaid != null && lastSaid.item() != slot.item();
      out.accept(new ChatEvent.TextDelta(first && apart ? GAP + text : text));
      lastSaid = slot;
    }
  }

  /** All of a slot, as it stands at its end: what its pieces left out is said now. */
  void whole(Slot slot, String text, Consumer<ChatEvent> out) {
    StringBuilder came = begun.get(slot);
    if (closed.contains(slot) || text.isEmpty()) {
      return;
    }
    if (came == null) {
      piece(slot, text, out);
    } else if (text.length() > came.length() && text.startsWith(came.toString())) {
      piece(slot, text.substring(came.length()), out);
    }
    begun.remove(slot);
    closed.add(slot);
  }

  boolean hasText() {
    return lastSaid != null;
  }

  boolean hasThoughts() {
    return lastThought != null;
  }

  boolean isRefused() {
    return refused;
  }
}
