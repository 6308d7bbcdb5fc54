package dev.polylogue.ui.shell;

import dev.polylogue.history.Backup;
import dev.polylogue.history.Contents;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Restorer;
import dev.polylogue.session.Care;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about data that can't be opened. Nothing is done before somebody chooses it, and
 * nothing is thrown away (D18 to D24). FX thread.
 */
public final class RescueViewModel {
  /**
   * A way on.
   *
   * @param about what it will do and what it keeps
   * @param action yields what to say once the data is open, or an empty text
   */
  public record Choice(String words, String about, Callable<String> action) {}

  private final Care care;
  private final Work work;
  private final Texts texts;
  private final Consumer<String> again;

  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ObservableList<Choice> shown = FXCollections.unmodifiableObservableList(choices);

  /**
   * @param again opens the data once more, and then says the words
   */
  public RescueViewModel(
      Exception trouble, Care care, Work work, Texts texts, Consumer<String> again) {
    this.care = care;
    this.work = work;
    this.texts = texts;
    this.again = again;
    sentence.set(Sentences.of(trouble, texts));
    find(trouble instanceof HistoryException known ? known.kind() : HistoryException.Kind.OTHER);
  }

  private void find(HistoryException.Kind kind) {
    switch (kind) {
      case DAMAGED, FOREIGN -> {
        busy.set(true);
        work.run(this::newestSound, backup -> offer(kind, backup), failure -> offer(kind, null));
      }
      case IN_USE, UNWRITABLE, FULL, NEWER, OTHER -> choices.setAll(tryAgain());
    }
  }

  private void offer(HistoryException.Kind kind, Restorer.@Nullable Preview backup) {
    busy.set(false);
    List<Choice> ways = new ArrayList<>();
    if (backup != null) {
      ways.add(restore(backup));
    }
    if (kind == HistoryException.Kind.DAMAGED) {
      ways.add(salvage());
    }
    ways.add(startEmpty());
    ways.add(tryAgain());
    choices.setAll(ways);
  }

  private Restorer.@Nullable Preview newestSound() throws HistoryException {
    for (Backup backup : care.backups().all()) {
      try {
        return care.restorer().preview(backup.file());
      } catch (HistoryException e) {
        // The one before it may be better.
      }
    }
    return null;
  }

  private Choice restore(Restorer.Preview backup) {
    Contents there = backup.there();
    Contents.Newest newest = there.newest();
    String latest =
        newest == null
            ? ""
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(newest.usedAt());
    return new Choice(
        texts.get("rescue.restore", latest),
        texts.get("rescue.restore.about", there.comparisons(), there.turns()),
        () -> {
          care.restorer().restore(backup.file());
          return texts.get("rescue.restored");
        });
  }

  private Choice salvage() {
    return new Choice(
        texts.get("rescue.salvage"),
        texts.get("rescue.salvage.about"),
        () -> {
          Restorer.Restored saved = care.restorer().salvage();
          int lost = saved.lost().values().stream().mapToInt(Integer::intValue).sum();
          return texts.get("rescue.salvaged", saved.contents().comparisons(), lost);
        });
  }

  private Choice startEmpty() {
    return new Choice(
        texts.get("rescue.empty"),
        texts.get("rescue.empty.about"),
        () -> texts.get("rescue.emptied", care.restorer().startEmpty().toString()));
  }

  private Choice tryAgain() {
    return new Choice(texts.get("rescue.again"), texts.get("rescue.again.about"), () -> "");
  }

  // Properties

  /** What is wrong, for people. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** While something is being looked for or done. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ObservableList<Choice> choices() {
    return shown;
  }

  // Commands

  /** Does it, then opens the data again; what goes wrong is said in the sentence. */
  public void choose(Choice choice) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    work.run(
        choice.action(),
        again,
        failure -> {
          busy.set(false);
          sentence.set(Sentences.of(failure, texts));
        });
  }
}
