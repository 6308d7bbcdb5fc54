package dev.polylogue.conversation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One answer of one pane to one turn.
 *
 * @param model the model that was asked, kept here because the pane may later be given another
 */
public record Reply(
    UUID id, ModelRef model, ReplyState state, List<Part> parts, Outcome outcome, Timing timing) {

  public Reply {
    parts = List.copyOf(parts);
  }

  public static Reply queued(UUID id, ModelRef model) {
    return new Reply(id, model, ReplyState.QUEUED, List.of(), Outcome.NONE, Timing.NONE);
  }

  public String text() {
    return Message.textOf(parts);
  }

  public @Nullable String reasoning() {
    String joined =
        parts.stream()
            .filter(Part.Reasoning.class::isInstance)
            .map(part -> ((Part.Reasoning) part).text())
            .collect(Collectors.joining());
    return joined.isEmpty() ? null : joined;
  }

  public List<Part.Citation> citations() {
    return parts.stream()
        .filter(Part.Citation.class::isInstance)
        .map(Part.Citation.class::cast)
        .toList();
  }
}
