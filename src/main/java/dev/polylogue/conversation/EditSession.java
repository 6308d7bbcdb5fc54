package dev.polylogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo and the tree of edits that was made from it. It is kept as a comparison: its panes are
 * the models that were asked, its turns the steps in the order of their making, the pictures of a
 * reply the results of a step.
 *
 * @param photo the file as it was picked
 * @param steps one for each turn
 * @param starred results that somebody liked
 * @param trashed results that are not shown any more
 */
public record EditSession(
    Comparison comparison,
    Blob photo,
    Map<UUID, EditStep> steps,
    Set<PictureRef> starred,
    Set<PictureRef> trashed) {

  public EditSession {
    steps = Map.copyOf(steps);
    starred = Set.copyOf(starred);
    trashed = Set.copyOf(trashed);
  }

  /**
   * One answer of one model to one step.
   *
   * @param turn the step
   */
  public record Result(Turn turn, EditStep step, Reply reply) {
    /** The pictures that came, in their order. */
    public List<Blob> pictures() {
      return reply.parts().stream()
          .filter(Part.Picture.class::isInstance)
          .map(part -> ((Part.Picture) part).blob())
          .toList();
    }

    /** Whether a picture is only how far the model had come when the answer ended. */
    public boolean isSketch(int index) {
      return index == pictures().size() - 1
          && reply.outcome().warnings().stream()
              .anyMatch(warning -> warning.about().equals(Warning.SKETCH));
    }

    /** Whether there is nothing to see of it and never will be. */
    private boolean isBarren() {
      ReplyState state = reply.state();
      return !state.isLive() && state != ReplyState.COMPLETE && pictures().isEmpty();
    }
  }

  public UUID id() {
    return comparison.id();
  }

  /** The steps in the order of their making. */
  public List<Turn> turns() {
    return comparison.tree().nodes().stream().map(TurnTree.Node::turn).toList();
  }

  /** The step that was made last, or null before the first. */
  public @Nullable UUID lastStep() {
    List<Turn> turns = turns();
    return turns.isEmpty() ? null : turns.getLast().id();
  }

  /** The step that was made last of a result, or with null of the photo itself; null for none. */
  public @Nullable UUID lastStepFrom(@Nullable PictureRef source) {
    return turns().stream()
        .map(Turn::id)
        .filter(turn -> Objects.equals(step(turn).source(), source))
        .reduce((before, after) -> after)
        .orElse(null);
  }

  /**
   * What a step says.
   *
   * @param turn null for none, which says nothing but what is usual
   */
  public EditStep step(@Nullable UUID turn) {
    return turn == null ? EditStep.USUAL : steps.getOrDefault(turn, EditStep.USUAL);
  }

  /** Every answer to a step, of whichever model, repeated ones too. */
  public List<Result> results(Turn turn) {
    List<Result> results = new ArrayList<>();
    for (Pane pane : comparison.panes()) {
      pane.answer(turn.id())
          .ifPresent(
              answer ->
                  answer
                      .alternatives()
                      .forEach(reply -> results.add(new Result(turn, step(turn.id()), reply))));
    }
    return results;
  }

  /** The same without failures of a model that was asked once more since. */
  public List<Result> shown(Turn turn) {
    List<Result> all = results(turn);
    List<Result> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Result result = all.get(i);
      if (!(result.isBarren() && isFollowed(result, all.subList(i + 1, all.size())))) {
        shown.add(result);
      }
    }
    return shown;
  }

  private static boolean isFollowed(Result result, List<Result> later) {
    return later.stream().anyMatch(next -> next.reply.model().equals(result.reply.model()));
  }

  /** The answer that holds a picture. */
  public Optional<Result> result(PictureRef picture) {
    return turns().stream()
        .flatMap(turn -> results(turn).stream())
        .filter(result -> result.reply().id().equals(picture.reply()))
        .findFirst();
  }

  /** A result as it came. */
  public Optional<Blob> picture(PictureRef picture) {
    return result(picture)
        .map(Result::pictures)
        .filter(pictures -> picture.index() >= 0 && picture.index() < pictures.size())
        .map(pictures -> pictures.get(picture.index()));
  }

  /** What a step was made of. */
  public Blob source(Turn turn) {
    return turn.user().attachments().stream().findFirst().orElse(photo);
  }
}
