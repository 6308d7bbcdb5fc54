package dev.polylogue.ui.transcript;

import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Which of how many is shown; changes without the line being replaced, so that focus stays. */
final class StepsModel {
  /** What is stepped through. */
  enum Kind {
    REPLIES("transcript.step.reply."),
    BRANCHES("transcript.step.branch.");

    final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  final Kind kind;
  final UUID turn;
  final IntegerProperty number = new SimpleIntegerProperty(1);
  final IntegerProperty count = new SimpleIntegerProperty(1);

  StepsModel(Kind kind, UUID turn) {
    this.kind = kind;
    this.turn = turn;
  }

  void show(int changed, int of) {
    number.set(changed);
    count.set(of);
  }

  boolean isChoice() {
    return count.get() > 1;
  }

  void step(TranscriptActions actions, int by) {
    int wanted = number.get() + by;
    if (wanted < 1 || wanted > count.get()) {
      return;
    }
    switch (kind) {
      case REPLIES -> actions.stepReply(turn, by);
      case BRANCHES -> actions.stepPrompt(turn, by);
    }
  }
}
