package dev.polylogue.provider;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import org.jspecify.annotations.Nullable;

/** What a provider can say while it answers, the same for every protocol. */
public sealed interface ChatEvent {
  /** The answer began. Either figure may be missing; a later one does not replace an earlier. */
  record Started(@Nullable String requestId, @Nullable String reportedModel) implements ChatEvent {}

  record TextDelta(String text) implements ChatEvent {}

  record ReasoningDelta(String text) implements ChatEvent {}

  record Cited(String url, @Nullable String title) implements ChatEvent {}

  /** The model searches, or has searched, for this. */
  record Searched(String query) implements ChatEvent {}

  /**
   * A whole picture.
   *
   * @param mediaType as the provider names it; the bytes may say otherwise
   */
  record Pictured(Bytes bytes, String mediaType) implements ChatEvent {}

  /**
   * How a picture looks that is still being made. Shown for the time being, never kept.
   *
   * @param mediaType as the provider names it; the bytes may say otherwise
   */
  record Sketched(Bytes bytes, String mediaType) implements ChatEvent {}

  /**
   * A piece of a tool call.
   *
   * @param index which call of the answer, as the provider counts
   * @param id empty when this piece does not repeat it; likewise the name
   */
  record ToolCallDelta(int index, String id, String name, String arguments) implements ChatEvent {}

  /**
   * State to be sent back unchanged with the next turn.
   *
   * @param voice who said it, see {@link dev.polylogue.conversation.Part.Opaque}
   */
  record Opaque(String voice, String json) implements ChatEvent {}

  /** Counted so far; the last one holds. */
  record Counted(Usage usage, @Nullable Cost cost) implements ChatEvent {}

  /** Something was dropped, clamped or changed. */
  record Warned(Warning warning) implements ChatEvent {}

  /** Why the model stopped; the first one holds. */
  record Finished(String reason) implements ChatEvent {}
}
