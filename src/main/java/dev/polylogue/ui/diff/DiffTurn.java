package dev.polylogue.ui.diff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The answers to one prompt. */
public record DiffTurn(UUID turn, String prompt, List<Contender> answers) {
  public DiffTurn {
    answers = List.copyOf(answers);
  }

  Optional<Contender> answer(UUID reply) {
    return answers.stream().filter(answer -> answer.reply().equals(reply)).findFirst();
  }
}
