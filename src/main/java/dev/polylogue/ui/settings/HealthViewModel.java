package dev.polylogue.ui.settings;

import dev.polylogue.history.Backup;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding;
import dev.polylogue.history.Finding.Kind;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Progress;
import dev.polylogue.history.Restorer;
import dev.polylogue.session.Care;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * How the history is: examined, backed up, repaired and restored, each only when somebody asks for
 * it. FX thread.
 */
public final class HealthViewModel {
  /**
   * A history that can be put in the place of the present one.
   *
   * @param replaced whether it was there before, rather than a backup
   */
  public record Source(Path file, String words, boolean replaced) {}

  /** Closes the history, puts another in its place, and opens that. FX thread. */
  public interface Replacing {
    void restore(Path file);

    /** What can still be read of a damaged one becomes a new one. */
    void salvage();
  }

  /** Of something of which it is not known how far it is. */
  private static final double UNKNOWN = -1;

  private record Kept(List<Backup> backups, List<Backup> unreadable, List<Path> aside) {}

  private final Care care;
  private final Work work;
  private final Texts texts;
  private final HealthWords words;
  private final Replacing replacing;
  private final Consumer<Exception> trouble;

  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Doctor.@Nullable Report> report =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Restorer.@Nullable Preview> preview =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final ObservableList<Source> shown = FXCollections.unmodifiableObservableList(sources);

  /**
   * @param replacing puts another history in the place of this one
   */
  public HealthViewModel(
      Care care, Work work, Texts texts, Replacing replacing, Consumer<Exception> trouble) {
    this.care = care;
    this.work = work;
    this.texts = texts;
    this.words = new HealthWords(texts);
    this.replacing = replacing;
    this.trouble = trouble;
  }

  /** Where an examination is, as its thread said last; null while there is none. */
  private volatile @Nullable Place place;

  private record Place(Progress.Step step, double share) {}

  // Properties

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What is being examined, in words, or {@code ""}. */
  public ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** How far the work is, from 0 to 1, or -1 where that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What was done last, in words. */
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** What the last examination said, or null before the first. */
  public ReadOnlyObjectProperty<Doctor.@Nullable Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** What restoring would mean, while that is being thought about. */
  public ReadOnlyObjectProperty<Restorer.@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Backups, the newest first, and histories that were replaced. */
  public ObservableList<Source> sources() {
    return shown;
  }

  /** Where the data lies. */
  public Path folder() {
    return care.places().folder();
  }

  public Path backupFolder() {
    return care.places().backups();
  }

  HealthWords words() {
    return words;
  }

  // Commands

  /** The page was opened: says which backups there are. */
  public void look() {
    work.run(
        () ->
            new Kept(care.backups().all(), care.backups().unreadable(), care.restorer().putAside()),
        this::show,
        trouble);
  }

  private void show(Kept kept) {
    List<Source> found = new ArrayList<>();
    for (Backup backup : kept.backups()) {
      String said = words.of(backup, !kept.unreadable().contains(backup));
      found.add(new Source(backup.file(), said, false));
    }
    kept.aside().forEach(file -> found.add(new Source(file, words.aside(file), true)));
    sources.setAll(found);
  }

  public void examine() {
    act(this::examination, this::found);
  }

  private Doctor.Report examination() throws HistoryException {
    return care.doctor().examine((at, share) -> place = new Place(at, share));
  }

  /** Once a frame while something is being done. */
  public void frame() {
    Place now = place;
    if (now != null && busy.get()) {
      step.set(texts.get("health.step." + now.step.word()));
      progress.set(now.step.overall(now.share));
    }
  }

  private void rest() {
    place = null;
    step.set("");
    progress.set(UNKNOWN);
    busy.set(false);
  }

  private void found(Doctor.Report examined) {
    report.set(examined);
    told.set(words.of(examined));
  }

  public void backUp() {
    act(
        care.backups()::make,
        made -> {
          told.set(words.of(made));
          look();
        });
  }

  /** Everything in one file of the user's choice. */
  public void backUpTo(Path file) {
    act(() -> care.backups().makeIn(file, true), made -> told.set(words.of(made)));
  }

  /** Lost words that were told of are told no more. */
  public void acknowledge() {
    repair(care.doctor()::acknowledge);
  }

  public void rebuildIndex() {
    repair(care.doctor()::rebuildIndex);
  }

  /** Puts one of several wordings or answers in use. */
  public void chooseAlternatives() {
    repairAfterBackup(care.doctor()::chooseAlternatives);
  }

  /** Makes views and indexes of the tables anew. */
  public void mendSchema() {
    repairAfterBackup(care.doctor()::mendSchema);
  }

  /** Takes dates that can't be read from those around them. */
  public void mendDates() {
    repairAfterBackup(care.doctor()::mendDates);
  }

  private void repairAfterBackup(Work.Errand repair) {
    repair(
        () -> {
          Path backup = care.backups().make().file();
          repair.run();
          return backup;
        },
        words::backedUpBefore);
  }

  private void repair(Work.Errand repair) {
    repair(
        () -> {
          repair.run();
          return "";
        },
        nothing -> nothing);
  }

  /** With another examination, since not all is as it was. */
  private record Repaired<T>(T done, Doctor.Report report) {}

  /**
   * @param say what was done in words; empty where how things stand now says it all
   */
  private <T> void repair(Callable<T> repair, Function<? super T, String> say) {
    act(
        () -> new Repaired<T>(repair.call(), examination()),
        repaired -> {
          found(repaired.report);
          String said = say.apply(repaired.done);
          if (!said.isEmpty()) {
            told.set(said);
          }
        });
  }

  /** Puts the files aside that the report shows as belonging to nothing. */
  public void putFilesAside() {
    Doctor.Report agreed = report.get();
    if (agreed != null) {
      repair(() -> care.doctor().putFilesAside(agreed.findings()), words::putAside);
    }
  }

  /** Fetches what the report shows as missing or damaged, and as whole in a backup. */
  public void fetchFiles() {
    Doctor.Report agreed = report.get();
    if (agreed != null) {
      repair(() -> care.doctor().fetchFiles(agreed.findings()), words::fetched);
    }
  }

  /** Removes rows that refer to nothing and hold no words, after a backup. */
  public void removeRows() {
    repairAfterBackup(care.doctor()::removeOrphanRows);
  }

  /** Says what is in a source; nothing is replaced before {@link #restore}. */
  public void consider(Source source) {
    act(() -> care.restorer().preview(source.file()), preview::set);
  }

  public void forgetPreview() {
    preview.set(null);
  }

  /** Replaces the history by what was considered. */
  public void restore() {
    Restorer.Preview considered = preview.get();
    if (considered != null) {
      preview.set(null);
      replacing.restore(considered.file());
    }
  }

  /** Makes a new history of what can still be read of this one. */
  public void salvage() {
    replacing.salvage();
  }

  /** How many findings of a kind there are. */
  int count(Kind... kinds) {
    Doctor.Report examined = report.get();
    return examined == null
        ? 0
        : (int)
            examined.findings().stream()
                .map(Finding::kind)
                .filter(List.of(kinds)::contains)
                .count();
  }

  /** How many findings end when the index for searching is made anew, without loss. */
  int indexesToMake() {
    Doctor.Report examined = report.get();
    return examined != null && examined.canRebuildIndex() ? count(Kind.INDEX) : 0;
  }

  private <T> void act(Callable<T> what, Consumer<? super T> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    told.set("");
    work.run(
        what,
        result -> {
          rest();
          done.accept(result);
        },
        failure -> {
          rest();
          trouble.accept(failure);
        });
  }
}
