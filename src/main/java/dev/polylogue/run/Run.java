package dev.polylogue.run;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One reply in the making: pulls events on its own virtual thread. Any thread may look or stop. */
public final class Run {
  /** An answer longer than this is cut off ({@code faults.md}, 4.1). */
  private static final long MOST_CHARACTERS = 32L << 20;

  /** As many unsaved characters as a killed program may lose; see {@link JournalKeeper}. */
  private static final long MOST_UNSAVED = 2048;

  private final Job job;
  private final Journal journal;
  private final Signal changed;
  private final Signal journalDue;
  private final Stopwatch watch;
  private final CountDownLatch live;

  private final ReentrantLock lock = new ReentrantLock();
  private final Assembler assembler = new Assembler();
  private final List<Integer> journaled = new ArrayList<>();
  private long journaledCharacters;
  private ReplyState state = ReplyState.QUEUED;
  private @Nullable ReplyState wanted;
  private @Nullable ChatStream stream;
  private @Nullable Reply result;
  private @Nullable String storageTrouble;
  private boolean done;

  /**
   * @param changed raised at every event
   * @param journalDue raised when many words wait to be journaled
   * @param live counted down when the reply has reached its end and was stored
   */
  Run(
      Job job,
      Journal journal,
      Signal changed,
      Signal journalDue,
      Stopwatch watch,
      CountDownLatch live) {
    this.job = job;
    this.journal = journal;
    this.changed = changed;
    this.journalDue = journalDue;
    this.watch = watch;
    this.live = live;
  }

  public UUID pane() {
    return job.pane();
  }

  public ModelRef model() {
    return job.queued().model();
  }

  public UUID reply() {
    return job.queued().id();
  }

  /** The reply as it stands now. */
  public Snapshot snapshot() {
    lock.lock();
    try {
      return new Snapshot(
          reply(),
          shownState(),
          assembler.content(),
          result == null ? assembler.outcome(null) : result.outcome(),
          assembler.timing(result == null ? null : result.timing().total()),
          storageTrouble);
    } finally {
      lock.unlock();
    }
  }

  /** The reply in its end state, or null while it is live. */
  public @Nullable Reply result() {
    lock.lock();
    try {
      return done ? result : null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the reply as stopped by the user; what came stays. Nothing later is added. */
  public void stop() {
    end(ReplyState.STOPPED);
  }

  /** Ends the reply because the program ends. */
  void interrupt() {
    end(ReplyState.INTERRUPTED);
  }

  private void end(ReplyState how) {
    ChatStream open;
    lock.lock();
    try {
      if (wanted != null || !state.isLive()) {
        return;
      }
      wanted = how;
      open = stream;
    } finally {
      lock.unlock();
    }
    if (open != null) {
      open.close();
    }
    changed.raise();
  }

  /** Words that the journal has not seen yet; the caller promises to store them. */
  List<Journal.Entry> fresh() {
    lock.lock();
    try {
      if (!state.isLive()) {
        return List.of();
      }
      journaledCharacters = assembler.characters();
      return assembler.fresh(journaled).stream()
          .map(fresh -> new Journal.Entry(reply(), fresh.passage(), fresh.kind(), fresh.text()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  void storage(@Nullable String trouble) {
    lock.lock();
    try {
      storageTrouble = trouble;
    } finally {
      lock.unlock();
    }
  }

  void execute() {
    try (ChatStream open = job.opening().open(job.request())) {
      if (attach(open)) {
        pull(open);
      }
      Failure empty = emptiness();
      finish(empty == null ? ReplyState.COMPLETE : ReplyState.FAILED, empty);
    } catch (ProviderException e) {
      finish(e.outcome(), e.failure());
    } catch (RuntimeException e) {
      finish(
          ReplyState.FAILED,
          Failure.of(FailureKind.PROTOCOL, "The answer could not be read: " + e + "."));
    }
  }

  /** An end without a word of any kind, and without a reason for it, is no answer (F37). */
  private @Nullable Failure emptiness() {
    lock.lock();
    try {
      String reason = assembler.outcome(null).finishReason();
      boolean explained = reason != null && !reason.equals("stop");
      return assembler.hasOutput() || explained
          ? null
          : Failure.of(FailureKind.PROTOCOL, "%s sent an empty answer.".formatted(model()));
    } finally {
      lock.unlock();
    }
  }

  private boolean attach(ChatStream open) {
    lock.lock();
    try {
      become(ReplyState.CONNECTING);
      stream = open;
      return wanted == null;
    } finally {
      lock.unlock();
      changed.raise();
    }
  }

  private void pull(ChatStream open) throws ProviderException {
    for (ChatEvent event = open.next(); event != null; event = open.next()) {
      if (!accept(event)) {
        return;
      }
      changed.raise();
    }
  }

  private boolean accept(ChatEvent event) throws ProviderException {
    lock.lock();
    try {
      if (wanted != null) {
        return false;
      }
      assembler.accept(event, watch.millis());
      if (assembler.hasOutput()) {
        become(ReplyState.STREAMING);
      }
      if (assembler.characters() - journaledCharacters >= MOST_UNSAVED) {
        journalDue.raise();
      }
      if (assembler.characters() > MOST_CHARACTERS) {
        throw ProviderException.truncated(
            "The answer grew past 32 million characters and was cut off there.");
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void finish(ReplyState outcome, @Nullable Failure failure) {
    Reply finished;
    lock.lock();
    try {
      ReplyState end = wanted != null ? wanted : outcome;
      assembler.close();
      finished =
          new Reply(
              reply(),
              job.queued().model(),
              end,
              assembler.parts(),
              assembler.outcome(wanted != null ? null : failure),
              assembler.timing(watch.millis()));
      become(end);
      result = finished;
    } finally {
      lock.unlock();
    }
    store(finished);
    lock.lock();
    try {
      done = true;
    } finally {
      lock.unlock();
    }
    live.countDown();
    changed.raise();
  }

  private void store(Reply finished) {
    try {
      journal.finish(finished);
      storage(null);
    } catch (JournalException e) {
      storage(e.getMessage());
    }
  }

  /** Goes on to a later state; a state is never taken back. Under the lock. */
  private void become(ReplyState next) {
    if (state.canBecome(next)) {
      state = next;
    }
  }

  private ReplyState shownState() {
    if (state != ReplyState.CONNECTING || stream == null) {
      return state;
    }
    return switch (stream.phase()) {
      case CONNECTING -> ReplyState.CONNECTING;
      case WAITING, RECEIVING -> ReplyState.WAITING;
    };
  }
}
