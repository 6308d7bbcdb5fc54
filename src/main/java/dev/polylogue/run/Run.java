package dev.polylogue.run;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Part;
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
  private final Patience patience;
  private final Waits waits;
  private final Storing storing;
  private final CountDownLatch live;

  private final ReentrantLock lock = new ReentrantLock();
  private final Assembler assembler = new Assembler();
  private final List<Integer> journaled = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private long journaledCharacters;
  private ReplyState state = ReplyState.QUEUED;
  private @Nullable ReplyState wanted;
  private @Nullable ChatStream stream;
  private @Nullable Reply result;
  private @Nullable String storageTrouble;
  private boolean done;

  /**
   * @param live counted down when the reply has reached its end and was stored
   */
  Run(
      Job job,
      Journal journal,
      Bells bells,
      Stopwatch watch,
      Patience patience,
      CountDownLatch live) {
    this.job = job;
    this.journal = journal;
    this.changed = bells.changed();
    this.journalDue = bells.journalDue();
    this.watch = watch;
    this.patience = patience;
    this.waits = new Waits(watch, patience.pause());
    this.storing = new Storing(journal, patience);
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
          new Snapshot.Trouble(waits.now(), storageTrouble));
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

  /** Each wait for a further attempt so far, as it was when it began; short ones too. */
  public List<Snapshot.Retry> retries() {
    return waits.all();
  }

  /**
   * Ends the reply as stopped by the user; what came stays. Nothing later is added. One that only
   * waits for room on the disk is tried once more and then given up as unsaved.
   */
  public void stop() {
    storing.giveUp();
    end(ReplyState.STOPPED);
  }

  /** Makes the awaited attempt at once; does nothing while none is awaited. */
  public void retryNow() {
    waits.end();
  }

  /** Ends the reply because the program ends. */
  void interrupt() {
    storing.hurry();
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
    waits.end();
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

  /** Whether the words that came so far could be stored. */
  void storage(@Nullable String trouble) {
    lock.lock();
    try {
      if (result == null) {
        storageTrouble = trouble;
      }
    } finally {
      lock.unlock();
    }
  }

  void execute() {
    int attempt = 1;
    while (!isOver(attempt)) {
      attempt++;
    }
  }

  /** Makes an attempt; what can't be told to be harmless is never made twice. */
  private boolean isOver(int attempt) {
    try {
      ask();
      Failure empty = emptiness();
      finish(empty == null ? ReplyState.COMPLETE : ReplyState.FAILED, empty);
    } catch (ProviderException e) {
      if (isWorthAnother(attempt, e)) {
        return false;
      }
      finish(e.outcome(), RetryRule.told(e.failure(), attempt));
    } catch (RuntimeException | Error e) {
      finish(
          ReplyState.FAILED,
          Failure.of(FailureKind.PROTOCOL, "The answer could not be read: " + e + "."));
    }
    return true;
  }

  private void ask() throws ProviderException {
    ChatStream open = job.opening().open();
    try (open) {
      if (attach(open)) {
        pull(open);
      }
    } finally {
      exchanges.addAll(open.exchanges());
    }
  }

  /** Waits for the next attempt where there is to be one; false when there is not. */
  private boolean isWorthAnother(int attempt, ProviderException failed) {
    Snapshot.Retry retry = patience.next(attempt, failed);
    if (retry == null) {
      return false;
    }
    Waits.Wait wait;
    lock.lock();
    try {
      if (wanted != null || assembler.hasBegun()) {
        return false;
      }
      become(ReplyState.WAITING);
      assembler.beginAgain();
      stream = null;
      wait = waits.begin(retry);
    } finally {
      lock.unlock();
    }
    return isSatOut(wait);
  }

  private boolean isSatOut(Waits.Wait wait) {
    changed.raise();
    try {
      waits.sitOut(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    changed.raise();
    lock.lock();
    try {
      return wanted == null;
    } finally {
      lock.unlock();
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
      assembler.times().sent(watch.millis());
      stream = open;
      return wanted == null;
    } finally {
      lock.unlock();
      changed.raise();
    }
  }

  private void pull(ChatStream open) throws ProviderException {
    for (ChatEvent event = open.next(); event != null; event = open.next()) {
      if (!(event instanceof ChatEvent.Pictured picture ? accept(picture) : accept(event))) {
        return;
      }
      changed.raise();
    }
  }

  /** A picture is stored first: what the screen and the history name is then there. */
  private boolean accept(ChatEvent.Pictured pictured) throws ProviderException {
    Blob kept;
    try {
      kept = journal.keep(pictured.bytes(), pictured.mediaType());
    } catch (JournalException e) {
      throw ProviderException.interrupted(
          FailureKind.TOO_LARGE, "A picture came and could not be stored: " + e.getMessage());
    }
    lock.lock();
    try {
      if (wanted != null) {
        return false;
      }
      assembler.accept(new Part.Picture(kept), watch.millis());
      become(ReplyState.STREAMING);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean accept(ChatEvent event) throws ProviderException {
    lock.lock();
    try {
      if (wanted != null) {
        return false;
      }
      if (stream != null) {
        assembler.times().connected(stream.connectMillis());
      }
      assembler.accept(event, watch.millis());
      if (assembler.hasOutput() || event instanceof ChatEvent.Sketched) {
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
    Leftover left = Leftover.of(assembler.sketch(), journal);
    Reply finished;
    lock.lock();
    try {
      ReplyState end = wanted != null ? wanted : outcome;
      assembler.accept(left);
      assembler.close();
      finished =
          new Reply(
              reply(),
              job.queued().model(),
              end,
              assembler.parts(),
              job.priced(assembler.outcome(wanted != null ? null : failure)),
              assembler.timing(watch.millis()));
      become(end);
      result = finished;
    } finally {
      lock.unlock();
    }
    storing.store(finished, exchanges, this::stored);
    lock.lock();
    try {
      done = true;
    } finally {
      lock.unlock();
    }
    live.countDown();
    changed.raise();
  }

  private void stored(@Nullable String trouble) {
    lock.lock();
    try {
      storageTrouble = trouble;
    } finally {
      lock.unlock();
    }
    changed.raise();
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
