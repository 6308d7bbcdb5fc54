package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/** A piece of a message, in the order in which it was written. */
public sealed interface Part {

  /** Words of the user, or of the answer itself. */
  record Text(String text) implements Part {}

  /**
   * What the model thought before it answered.
   *
   * @param millis how long this block took to arrive, or null when that is not known
   */
  record Reasoning(String text, @Nullable Long millis) implements Part {}

  /** A source that the provider named for the answer. */
  record Citation(String url, @Nullable String title) implements Part {}

  /**
   * A call that the model asked for. Kept and shown, never carried out.
   *
   * @param arguments JSON as far as it came, possibly cut off
   */
  record ToolCall(String id, String name, String arguments) implements Part {}

  /** A picture, of the user or of the answer, which is kept beside the history. */
  record Picture(Blob blob) implements Part {}

  /** A file of the user: a PDF, text, or source code. */
  record Document(Blob blob) implements Part {}

  /** What the model searched for, in its own words. */
  record Search(String query) implements Part {}

  /**
   * State that only its provider understands, such as a signature or encrypted reasoning. Kept,
   * never shown, and sent back unchanged to where it came from and nowhere else.
   *
   * @param voice who said it: protocol, origin and model
   * @param json whatever the protocol's own package needs to send it back
   */
  record Opaque(String voice, String json) implements Part {}
}
