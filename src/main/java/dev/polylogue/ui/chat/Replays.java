package dev.polylogue.ui.chat;

import dev.polylogue.session.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Panes that are being asked the user's messages one after another. FX thread. */
final class Replays {
  /** One of them, with the message that is being asked. */
  static final class Going {
    final Replay replay;
    Replay.@Nullable Step step;
    boolean asking = true;

    Going(Replay replay) {
      this.replay = replay;
    }

    ReplayNote note(ReplayNote.State state) {
      Replay.Step now = step;
      return now == null
          ? new ReplayNote(0, 0, state)
          : new ReplayNote(now.number(), now.of(), state);
    }
  }

  private final List<Going> all = new ArrayList<>();

  Going begin(Replay replay) {
    Going going = new Going(replay);
    all.add(going);
    return going;
  }

  void end(Going going) {
    all.remove(going);
  }

  Optional<Going> of(UUID pane) {
    return all.stream().filter(going -> going.replay.pane().equals(pane)).findFirst();
  }

  /** Hands over those whose message has its answer, or never gets it; once for each message. */
  void frame(Consumer<Going> due) {
    for (Going going : List.copyOf(all)) {
      Replay.Step step = going.step;
      if (!going.asking && step != null && step.round().isDone()) {
        going.asking = true;
        due.accept(going);
      }
    }
  }

  void stop(UUID pane) {
    of(pane).ifPresent(going -> going.replay.stop());
  }
}
