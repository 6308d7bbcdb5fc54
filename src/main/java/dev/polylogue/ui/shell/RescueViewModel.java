package dev.polylogue.ui.shell;

import dev.polylogue.history.Backup;
import dev.polylogue.history.Contents;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Care;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.time.Instant;
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
 * What can be done about data that can't be opened, or turned out damaged or read-only. Nothing is
 * done before somebody chooses it, and nothing is thrown away (D18 to D24). FX thread.
 */
public final class RescueViewModel {
  /**
   * A way on.
   *
   * @param about what it will do and what it keeps
   */
  public record Choice(String words, String about, Runnable action) {}

  /** Where the ways are gone. FX thread. */
  public interface Room {
    /**
     * Does it while nobody uses the history, then opens the history and says what it yields.
     *
     * @param failed called when it could not be done
     */
    void go(Callable<String> way, Consumer<? super Exception> failed);

    /** Lets the user read what can be read, and changes nothing. */
    void read(HistoryException trouble);
  }

  /** A backup that is sound, and what is in it. */
  private record Sound(Backup backup, Contents contents) {}

  private final Care care;
  private final RescueWays ways;
  private final Work work;
  private final Texts texts;
  private final Room room;

  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ObservableList<Choice> shown = FXCollections.unmodifiableObservableList(choices);

  public RescueViewModel(Exception trouble, Care care, Work work, Texts texts, Room room) {
    this.care = care;
    this.ways = new RescueWays(care, texts);
    this.work = work;
    this.texts = texts;
    this.room = room;
    sentence.set(Sentences.of(trouble, texts));
    if (trouble instanceof HistoryException known) {
      find(known);
    } else {
      choices.setAll(tryAgain());
    }
  }

  private void find(HistoryException trouble) {
    switch (trouble.kind()) {
      case DAMAGED, UNRECOGNISED, MISSING, FOREIGN -> {
        busy.set(true);
        work.run(
            this::newestSound, backup -> offer(trouble, backup), failure -> offer(trouble, null));
      }
      case UNWRITABLE, FULL -> choices.setAll(tryAgain(), read(trouble));
      case IN_USE, GONE, NEWER, OTHER -> choices.setAll(tryAgain());
    }
  }

  private void offer(HistoryException trouble, @Nullable Sound backup) {
    busy.set(false);
    List<Choice> found = new ArrayList<>();
    if (backup != null) {
      found.add(restore(backup));
    }
    if (trouble.kind().isDamage()) {
      found.add(salvage());
    }
    if (trouble.kind() == HistoryException.Kind.DAMAGED) {
      found.add(read(trouble));
    }
    found.add(away(texts.get("rescue.empty"), texts.get("rescue.empty.about"), ways::startEmpty));
    found.add(tryAgain());
    choices.setAll(found);
  }

  private @Nullable Sound newestSound() throws HistoryException {
    for (Backup backup : care.backups().all()) {
      try {
        return new Sound(backup, care.restorer().preview(backup.file()).there());
      } catch (HistoryException e) {
        // The one before it may be better.
      }
    }
    return null;
  }

  private Choice restore(Sound sound) {
    Contents there = sound.contents;
    return new Choice(
        texts.get("rescue.restore", moment(sound.backup.takenAt())),
        texts.get("rescue.restore.about", there.comparisons(), there.turns()),
        () -> go(ways.restore(sound.backup.file())));
  }

  private String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }

  private Choice read(HistoryException trouble) {
    return new Choice(
        texts.get("rescue.read"), texts.get("rescue.read.about"), () -> room.read(trouble));
  }

  private Choice salvage() {
    return away(texts.get("rescue.salvage"), texts.get("rescue.salvage.about"), ways::salvage);
  }

  private Choice tryAgain() {
    return away(texts.get("rescue.again"), texts.get("rescue.again.about"), () -> "");
  }

  private Choice away(String words, String about, Callable<String> way) {
    return new Choice(words, about, () -> go(way));
  }

  private void go(Callable<String> way) {
    busy.set(true);
    room.go(
        way,
        failure -> {
          busy.set(false);
          sentence.set(Sentences.of(failure, texts));
        });
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

  /** Does it; what goes wrong is said in the sentence. */
  public void choose(Choice choice) {
    if (!busy.get()) {
      choice.action().run();
    }
  }
}
