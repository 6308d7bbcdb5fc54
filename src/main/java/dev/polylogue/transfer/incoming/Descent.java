package dev.polylogue.transfer.incoming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies below a question, up to the next ones. Goes by a stack, for trees can be deep. */
final class Descent {
  private final Map<String, List<Speech>> children;
  private final Deque<Way> open = new ArrayDeque<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Speech> unanswered = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  /**
   * A way down on which something is said.
   *
   * @param own its first speech that no answer before it has; it is named after this one, so that
   *     it is the same when it has grown
   * @param steps all of it, first to last
   * @param next the questions that follow it
   */
  record Answer(Speech own, List<Speech> steps, List<Speech> next) {}

  private record Way(Speech speech, @Nullable Way before) {}

  private Descent(Map<String, List<Speech>> children) {
    this.children = children;
  }

  /**
   * @param start a question, or what stands at the root in the place of one
   */
  static Descent from(Speech start, Map<String, List<Speech>> children) {
    Descent descent = new Descent(children);
    boolean isQuestion = start.role() == Speech.Role.USER;
    descent.below(start, isQuestion ? null : new Way(start, null));
    while (!descent.open.isEmpty()) {
      Way way = descent.open.pop();
      descent.below(way.speech, way);
    }
    return descent;
  }

  private void below(Speech speech, @Nullable Way way) {
    List<Speech> next = new ArrayList<>();
    boolean goesOn = false;
    for (Speech child : children.getOrDefault(speech.id(), List.of()).reversed()) {
      if (child.role() == Speech.Role.USER) {
        next.addFirst(child);
      } else {
        open.push(new Way(child, way));
        goesOn = true;
      }
    }
    if (goesOn && next.isEmpty()) {
      return;
    }
    List<Speech> steps = steps(way);
    if (steps.stream().allMatch(step -> step.parts().isEmpty())) {
      unanswered.addAll(next);
      return;
    }
    Speech own = steps.stream().filter(step -> !told.contains(step.id())).findFirst().orElseThrow();
    steps.forEach(step -> told.add(step.id()));
    answers.add(new Answer(own, steps, next));
  }

  private static List<Speech> steps(@Nullable Way last) {
    Deque<Speech> steps = new ArrayDeque<>();
    for (Way way = last; way != null; way = way.before) {
      steps.push(way.speech);
    }
    return List.copyOf(steps);
  }

  List<Answer> answers() {
    return answers;
  }

  /** The questions that were asked before anything was said. */
  List<Speech> unanswered() {
    return unanswered;
  }
}
