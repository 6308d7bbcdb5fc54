package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.Merged;
import dev.polylogue.history.UnfitException;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import dev.polylogue.transfer.Tally;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes what comes in to the store, and counts it. One thread. */
final class Import implements Receiver {
  private final HistoryStore history;
  private final Tally tally;
  private final Instant arrival;
  private final long size;
  private final TransferProgress progress;
  private final Set<UUID> arrived = new HashSet<>();

  private final List<Blob> kept = new ArrayList<>();

  /**
   * @param arrival when the file came here
   * @param size of the file, in bytes
   */
  Import(HistoryStore history, Tally tally, Instant arrival, long size, TransferProgress progress) {
    this.history = history;
    this.arrival = arrival;
    this.tally = tally;
    this.size = size;
    this.progress = progress;
  }

  boolean isCancelled() {
    return progress.isCancelled();
  }

  @Override
  public Blob keep(Bytes bytes, String mediaType, String name) throws IOException {
    try {
      Blob blob = history.blobs().keep(bytes, mediaType, name);
      kept.add(blob);
      return blob;
    } catch (HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public boolean has(String sha256) {
    return history.blobs().has(sha256);
  }

  @Override
  public void take(Facts comparison, Notes notes) throws IOException {
    tally.count(comparison, notes);
    try {
      Merged merged = history.transfers().merge(comparison);
      merged
          .unknown()
          .forEach(name -> notes.add("the field \"" + name + "\" is not known to this version"));
      notes.add("messages whose words were lost here have them again", merged.recovered());
      tally.addedMessages(questions(merged, comparison, notes) + merged.replies());
      tally.count(fate(merged));
      UUID id = UUID.fromString(comparison.text("id").orElseThrow());
      if (merged.isNew()) {
        arrived.add(id);
      } else {
        noteUnlike(id, comparison, notes);
      }
    } catch (UnfitException e) {
      notes.add("it was refused: " + e.getMessage());
      tally.count(Tally.Fate.FAILED);
    } catch (HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
    tally.add(notes);
  }

  private static int questions(Merged merged, Facts comparison, Notes notes) {
    Set<String> isNew = Set.copyOf(merged.turns());
    return (int)
        Tally.questions(comparison, notes).stream()
            .filter(turn -> isNew.contains(turn.text("id").orElse("")))
            .count();
  }

  /** What was here stayed, so what came otherwise is lost. */
  private void noteUnlike(UUID id, Facts coming, Notes notes) throws HistoryException {
    Optional<Facts> here = history.transfers().facts(id, false);
    notes.add(
        "messages say more or something else than here, where they stay as they are",
        here.map(known -> Unlike.count(known, coming)).orElse(0));
  }

  private static Tally.Fate fate(Merged merged) {
    if (merged.isNew()) {
      return Tally.Fate.ADDED;
    }
    return merged.isNothing() ? Tally.Fate.UNCHANGED : Tally.Fate.EXTENDED;
  }

  @Override
  public void refuse(Notes notes) {
    tally.count(Tally.Fate.FAILED);
    tally.add(notes);
  }

  @Override
  public void remark(Notes notes) {
    tally.add(notes);
  }

  @Override
  public Instant arrival() {
    return arrival;
  }

  @Override
  public void check(long read) throws InterruptedIOException {
    progress.at(Math.min(read, size), size);
    if (progress.isCancelled()) {
      throw new InterruptedIOException("The import was cancelled. What had come in was kept.");
    }
  }

  /**
   * Puts what came where it belongs in the list. Files of what was refused, or was here already
   * without them, belong to nobody.
   */
  void settle() throws HistoryException {
    history.transfers().letGo(kept);
    if (!arrived.isEmpty()) {
      history.transfers().place(arrived, tally.isOrdered());
    }
  }
}
