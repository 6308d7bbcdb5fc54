package dev.polylogue.provider;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Usage;
import org.jspecify.annotations.Nullable;

/** What a provider can say while it answers, the same for every protocol. */
public sealed interface ChatEvent {

  /** The answer began. Either figure may be missing; a later one does not replace an earlier. */
  record Started(@Nullable String requestId, @Nullable String reportedModel) implements ChatEvent {}

  record TextDelta(String text) implements ChatEvent {}

  record ReasoningDelta(String text) implements ChatEvent {}

  record Cited(String url, @Nullable String title) implements ChatEvent {}

  /**
   * A piece of a tool call.
   *
   * @param index which call of the answer, as the provider counts
   * @param id empty when this piece does not repeat it; likewise the name
   */
  record ToolCallDelta(int index, String id, String name, String arguments) implements ChatEvent {}

  /** Counted so far; the last one holds. */
  record Counted(Usage usage, @Nullable Cost cost) implements ChatEvent {}

  /** Why the model stopped; the first one holds. */
  record Finished(String reason) implements ChatEvent {}
}
