package dev.polylogue.run;

import dev.polylogue.conversation.Part;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a reply of one kind. While a reply streams, only its last passage grows.
 *
 * @param text valid for ever and never copied; for a tool call its name and arguments
 * @param millis how long a block of reasoning took, or null
 */
public record Passage(Kind kind, CharSequence text, @Nullable Long millis) {

  /** What kind of words. */
  public enum Kind {
    REASONING,
    TEXT,
    TOOL_CALL
  }

  /** The passages of a reply that was read from the history. */
  public static List<Passage> of(List<Part> parts) {
    return parts.stream().flatMap(Passage::of).toList();
  }

  private static Stream<Passage> of(Part part) {
    return switch (part) {
      case Part.Text text -> Stream.of(new Passage(Kind.TEXT, text.text(), null));
      case Part.Reasoning thought ->
          Stream.of(new Passage(Kind.REASONING, thought.text(), thought.millis()));
      case Part.ToolCall call -> Stream.of(new Passage(Kind.TOOL_CALL, shown(call), null));
      case Part.Citation _, Part.Search _, Part.Picture _, Part.Document _, Part.Opaque _ ->
          Stream.empty();
    };
  }

  static String shown(Part.ToolCall call) {
    return call.name() + "(" + call.arguments() + ")";
  }
}
