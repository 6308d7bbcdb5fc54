package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The edit sessions, and the ways by which photos come in. FX thread. */
public final class PhotosViewModel {
  /** Sessions that are read at a time. */
  static final int PAGE = 100;

  /**
   * Why a photo was not taken in.
   *
   * @param despite takes it in all the same, or null where that can't be done
   */
  public record Problem(String words, @Nullable Runnable despite) {}

  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final ObservableList<EditEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper();
  private boolean whole;
  private boolean asking;

  public PhotosViewModel(PhotoTools tools, PhotoViewModel photo) {
    this.tools = tools;
    this.photo = photo;
  }

  // Properties

  /** Last used first. */
  public ObservableList<EditEntry> entries() {
    return entries;
  }

  /** What could not be taken in. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** How many photos are being read. */
  public ReadOnlyIntegerProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  // Commands

  /**
   * Reads the list anew, as far as it was read.
   *
   * @param then is told what is in it
   */
  public void refresh(Consumer<List<EditEntry>> then) {
    int count = Math.max(PAGE, entries.size());
    tools
        .works()
        .inOrder()
        .run(
            () -> tools.photos().list(count, 0),
            found -> {
              whole = found.size() < count;
              if (!entries.equals(found)) {
                entries.setAll(found);
              }
              then.accept(found);
            },
            tools.trouble());
  }

  /** The reader came near the end of what is listed. */
  void more() {
    if (whole || asking) {
      return;
    }
    asking = true;
    int from = entries.size();
    tools
        .works()
        .inOrder()
        .run(
            () -> tools.photos().list(PAGE, from),
            page -> {
              asking = false;
              if (from == entries.size()) {
                whole = page.size() < PAGE;
                Set<UUID> known = new HashSet<>();
                entries.forEach(entry -> known.add(entry.id()));
                entries.addAll(page.stream().filter(entry -> known.add(entry.id())).toList());
              }
            },
            failure -> {
              asking = false;
              tools.trouble().accept(failure);
            });
  }

  public void open(UUID session) {
    photo.open(session);
  }

  /**
   * Takes in files, each as a session of its own, one after another as they are given; the first
   * one that is a photo is opened.
   */
  public void take(List<Path> files) {
    coming(files.size());
    take(files, true);
  }

  private void take(List<Path> files, boolean open) {
    if (!files.isEmpty()) {
      Path file = files.getFirst();
      List<Path> rest = files.subList(1, files.size());
      begin(
          () -> tools.lab().take(file, false),
          open,
          () -> takeDamaged(file),
          then -> take(rest, open && then.isEmpty()));
    }
  }

  private void takeDamaged(Path file) {
    coming(1);
    begin(() -> tools.lab().take(file, true), true, null, then -> {});
  }

  /**
   * Takes in a picture from the clipboard, or from elsewhere in the program, by the rules of files.
   *
   * @param picture reads its bytes; called off the FX thread
   */
  public void paste(Callable<Bytes> picture, String name) {
    paste(picture, name, false);
  }

  private void paste(Callable<Bytes> picture, String name, boolean despiteDamage) {
    coming(1);
    begin(
        () -> tools.lab().take(picture.call(), name, despiteDamage),
        true,
        () -> paste(picture, name, true),
        then -> {});
  }

  /**
   * Begins with the picture that comes with the program, and opens nothing.
   *
   * @param then is told once it is there
   */
  public void trySample(Consumer<EditSession> then) {
    coming(1);
    begin(() -> tools.lab().sample(), false, null, begun -> begun.ifPresent(then));
  }

  /**
   * @param despite takes it in although it is damaged, or null
   * @param then is told what has begun, or that nothing has
   */
  private void begin(
      Callable<PhotoLab.Taken> taking,
      boolean open,
      @Nullable Runnable despite,
      Consumer<Optional<EditSession>> then) {
    tools
        .works()
        .each()
        .run(
            () -> {
              PhotoLab.Taken taken = taking.call();
              return tools.photos().begin(taken.bytes(), taken.mediaType(), taken.name());
            },
            begun -> {
              coming(-1);
              if (open) {
                photo.open(begun.id());
              }
              then.accept(Optional.of(begun));
              refresh(found -> {});
            },
            failure -> {
              coming(-1);
              refuse(failure, despite);
              then.accept(Optional.empty());
            });
  }

  private void coming(int more) {
    reading.set(reading.get() + more);
  }

  private void refuse(Exception failure, @Nullable Runnable despite) {
    boolean damaged = failure instanceof PhotoLab.Damaged;
    List<Problem> all = new ArrayList<>(problems);
    all.add(new Problem(tools.lab().sentence(failure, tools.texts()), damaged ? despite : null));
    problems.setAll(all);
  }

  /** Uses a damaged photo as far as it goes. */
  public void useAnyway(Problem problem) {
    problems.remove(problem);
    if (problem.despite() != null) {
      problem.despite().run();
    }
  }

  public void dismiss(Problem problem) {
    problems.remove(problem);
  }

  public void dismissAll() {
    problems.clear();
  }
}
