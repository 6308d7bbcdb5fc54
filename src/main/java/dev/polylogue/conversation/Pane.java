package dev.polylogue.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One model with its parameters and its own thread: the turns it took part in, with its own answers
 * and nobody else's.
 *
 * @param inSync whether a prompt to all panes goes here too
 * @param answers to turns of every branch, in the order in which those were made
 */
public record Pane(
    UUID id, ModelRef model, Parameters parameters, boolean inSync, List<Answer> answers) {

  public Pane {
    answers = List.copyOf(answers);
  }

  public static Pane empty(UUID id, ModelRef model, Parameters parameters) {
    return new Pane(id, model, parameters, true, List.of());
  }

  public Optional<Answer> answer(UUID turn) {
    return answers.stream().filter(answer -> answer.turn().equals(turn)).findFirst();
  }
}
