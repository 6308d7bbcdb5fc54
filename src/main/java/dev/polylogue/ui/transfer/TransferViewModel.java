package dev.polylogue.ui.transfer;

import dev.polylogue.session.TransferProgress;
import dev.polylogue.session.Transfers;
import dev.polylogue.transfer.Report;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One export or import at a time, and what came of the last one. FX thread. */
public final class TransferViewModel {
  private final Transfers transfers;
  private final Work work;
  private final Texts texts;
  private final Runnable arrived;

  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final ObservableList<String> shownNotes = FXCollections.unmodifiableObservableList(notes);
  private @Nullable Following following;

  /**
   * @param arrived called when an import has ended, however
   */
  public TransferViewModel(Transfers transfers, Work work, Texts texts, Runnable arrived) {
    this.transfers = transfers;
    this.work = work;
    this.texts = texts;
    this.arrived = arrived;
  }

  // Properties

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** From 0 to 1; -1 while it is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being done, or was. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What came of it; {@code ""} while it is being done. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What did not come in, or not as it was, a line each. */
  public ObservableList<String> notes() {
    return shownNotes;
  }

  // Commands

  /** Writes a file; one of that name is replaced, since the file chooser has asked. */
  public void exportTo(Transfers.Order order, Path file) {
    Following followed = begin(texts.get("transfer.exporting", file.getFileName().toString()));
    if (followed != null) {
      run(() -> transfers.export(order, file, true, followed), written -> told(written, file));
    }
  }

  public void importFrom(Path file) {
    Following followed = begin(texts.get("transfer.importing", file.getFileName().toString()));
    if (followed != null) {
      run(() -> transfers.importFile(file, followed), this::told);
    }
  }

  /** Ends what is being done at the next comparison. */
  public void cancel() {
    if (following != null) {
      following.cancelled = true;
    }
  }

  /** Once a frame while something is being done. */
  public void frame() {
    if (following != null) {
      progress.set(following.share);
    }
  }

  private @Nullable Following begin(String what) {
    if (busy.get()) {
      return null;
    }
    following = new Following();
    busy.set(true);
    progress.set(-1);
    title.set(what);
    words.set("");
    notes.clear();
    return following;
  }

  private <T> void run(Callable<T> errand, Function<T, String> tell) {
    work.run(errand, result -> end(tell.apply(result)), failure -> end(sentence(failure)));
  }

  private void end(String what) {
    following = null;
    words.set(what);
    busy.set(false);
    arrived.run();
  }

  private String sentence(Exception failure) {
    String message = failure.getMessage();
    if (failure instanceof InterruptedIOException && message != null) {
      return message;
    }
    return texts.get("transfer.failed", message == null ? failure.toString() : message);
  }

  private String told(Transfers.Written written, Path file) {
    if (written.missingFiles() > 0) {
      notes.add(texts.get("transfer.missing", written.missingFiles()));
    }
    return texts.get("transfer.exported", written.comparisons(), file.toString());
  }

  private String told(Report report) {
    for (Report.Note note : report.notes()) {
      String where =
          note.conversation().isEmpty() ? texts.get("transfer.file") : note.conversation();
      notes.add(texts.get("transfer.note", where, note.what(), note.count()));
    }
    if (report.isNothing()) {
      return texts.get("transfer.nothing", report.source());
    }
    Report.Conversations all = report.conversations();
    String came =
        texts.get(
            "transfer.imported",
            all.found(),
            all.added(),
            all.extended(),
            all.unchanged(),
            all.failed());
    String parts =
        texts.get(
            "transfer.imported.parts",
            report.messages().found(),
            report.messages().added(),
            report.messages().branches(),
            report.messages().alternatives(),
            report.attachments().kept(),
            report.attachments().missing());
    String whole = came + "\n" + parts;
    if (report.timesMadeUp() > 0) {
      whole += "\n" + texts.get("transfer.imported.times", report.timesMadeUp());
    }
    return report.ending().isEmpty() ? whole : whole + "\n" + report.ending();
  }

  /** Written by the thread that works, read by the FX thread. */
  private static final class Following implements TransferProgress {
    private volatile double share = -1;
    private volatile boolean cancelled;

    @Override
    public void at(long done, long all) {
      share = all <= 0 ? -1 : Math.min(1, (double) done / all);
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
