package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a pane is shown while nobody is to know whose it is: by a letter, and without whatever would
 * tell models apart beside their answers.
 *
 * @param letter such as {@code A}
 * @param held the turn whose reply is kept back, or null
 * @param silence stands in place of what a provider said when it failed
 */
public record Disguise(String letter, @Nullable UUID held, String silence) {

  /** The turn as it may be shown. */
  TranscriptTurn of(TranscriptTurn turn) {
    Snapshot reply = turn.turn().equals(held) ? heldBack(turn.reply()) : plain(turn.reply());
    return new TranscriptTurn(turn.turn(), turn.asked(), letter, reply, turn.steps());
  }

  /** The same for one that waits, writes or is done. */
  private static Snapshot heldBack(Snapshot reply) {
    return new Snapshot(
        reply.reply(),
        ReplyState.WAITING,
        Snapshot.Content.NONE,
        Outcome.NONE,
        Timing.NONE,
        Snapshot.Trouble.NONE);
  }

  /** Without figures, and without the thoughts, whose style differs more than that of answers. */
  private Snapshot plain(Snapshot reply) {
    Failure failure = reply.outcome().failure();
    return new Snapshot(
        reply.reply(),
        reply.state(),
        answer(reply.content()),
        failure == null ? Outcome.NONE : Outcome.NONE.with(Failure.of(failure.kind(), silence)),
        Timing.NONE,
        new Snapshot.Trouble(silent(reply.retry()), reply.storageTrouble()));
  }

  private static Snapshot.Content answer(Snapshot.Content content) {
    List<Passage> words =
        content.passages().stream()
            .filter(passage -> passage.kind() != Passage.Kind.REASONING)
            .toList();
    return new Snapshot.Content(words, content.citations(), content.searches(), content.pictures());
  }

  private Snapshot.@Nullable Retry silent(Snapshot.@Nullable Retry retry) {
    return retry == null
        ? null
        : new Snapshot.Retry(retry.attempt(), retry.most(), retry.inSeconds(), silence);
  }
}
