package dev.polylogue.ui.composer;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.Limits;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.session.Attachments;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The pictures and files that go with the prompt being written. They wait in memory, for each
 * comparison its own, until they are sent or the program ends. FX thread.
 */
public final class AttachmentsViewModel {
  /** A file that is still to be read, for the comparison that was on screen. */
  private record Task(@Nullable UUID owner, Callable<Blob> reading) {}

  private final Attachments attachments;
  private final Work work;
  private final Texts texts;
  private final Deque<Task> tasks = new ArrayDeque<>();
  private final Map<UUID, List<Blob>> elsewhere = new HashMap<>();
  private @Nullable UUID comparison;

  private final ObservableList<Blob> files = FXCollections.observableArrayList();
  private final ObservableList<Blob> shownFiles = FXCollections.unmodifiableObservableList(files);
  private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  public AttachmentsViewModel(Attachments attachments, Work work, Texts texts) {
    this.attachments = attachments;
    this.work = work;
    this.texts = texts;
  }

  // Properties

  public ObservableList<Blob> files() {
    return shownFiles;
  }

  /** How many files are still being read. */
  public ReadOnlyIntegerProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Why files were not taken, a line each; empty when all were. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  // Commands

  public void add(List<Path> paths) {
    trouble.set("");
    paths.forEach(path -> queue(() -> attachments.add(path)));
  }

  /**
   * Adds what was pasted.
   *
   * @param bytes called off the FX thread
   */
  public void paste(Callable<Bytes> bytes, String name) {
    trouble.set("");
    queue(() -> attachments.add(bytes.call(), name));
  }

  public void remove(Blob blob) {
    trouble.set("");
    if (files.remove(blob)) {
      attachments.forget(blob);
    }
  }

  /** Turns to another comparison; what was attached to the last one waits for its return. */
  void show(UUID shown) {
    UUID before = comparison;
    if (shown.equals(before)) {
      return;
    }
    if (before != null) {
      elsewhere.put(before, List.copyOf(files));
    }
    comparison = shown;
    trouble.set("");
    List<Blob> waiting = elsewhere.remove(shown);
    files.setAll(waiting == null ? List.of() : waiting);
  }

  /** Hands over what is attached, to be sent. */
  List<Blob> take() {
    List<Blob> taken = List.copyOf(files);
    files.clear();
    trouble.set("");
    return taken;
  }

  /**
   * Puts other files here for a while; nothing is forgotten of those that stood here.
   *
   * @return what stood here
   */
  List<Blob> exchange(List<Blob> others) {
    List<Blob> before = List.copyOf(files);
    files.setAll(others);
    trouble.set("");
    return before;
  }

  /** Brings back what was exchanged; what came since, beside the others, is forgotten. */
  void restore(List<Blob> before, List<Blob> others) {
    files.stream().filter(blob -> !others.contains(blob)).forEach(attachments::forget);
    files.setAll(before);
    trouble.set("");
  }

  /** What was not sent after all. */
  void giveBack(@Nullable UUID owner, List<Blob> blobs) {
    blobs.forEach(blob -> put(owner, blob));
  }

  private void queue(Callable<Blob> task) {
    tasks.add(new Task(comparison, task));
    reading.set(tasks.size());
    if (tasks.size() == 1) {
      next();
    }
  }

  /** One after the other: they appear in the order in which they were chosen. */
  private void next() {
    Task task = tasks.peek();
    if (task != null) {
      work.run(
          task.reading,
          blob -> {
            accept(task.owner, blob);
            done();
          },
          failure -> {
            complain(Sentences.of(failure, texts));
            done();
          });
    }
  }

  private void done() {
    tasks.remove();
    reading.set(tasks.size());
    next();
  }

  private void accept(@Nullable UUID owner, Blob blob) {
    List<Blob> those = of(owner);
    List<Blob> together = new ArrayList<>(those);
    together.add(blob);
    try {
      if (those.contains(blob)) {
        throw new AttachmentException(texts.get("composer.attach.twice", blob.name()));
      }
      Limits.check(together);
      put(owner, blob);
    } catch (AttachmentException e) {
      attachments.forget(blob);
      complain(e.getMessage());
    }
  }

  private List<Blob> of(@Nullable UUID owner) {
    return isShown(owner) || owner == null ? files : elsewhere.getOrDefault(owner, List.of());
  }

  private void put(@Nullable UUID owner, Blob blob) {
    if (isShown(owner) || owner == null) {
      files.add(blob);
    } else {
      List<Blob> waiting = new ArrayList<>(of(owner));
      waiting.add(blob);
      elsewhere.put(owner, waiting);
    }
  }

  private boolean isShown(@Nullable UUID owner) {
    return owner != null && owner.equals(comparison);
  }

  private void complain(@Nullable String sentence) {
    String before = trouble.get();
    trouble.set(before.isEmpty() ? "" + sentence : before + "\n" + sentence);
  }
}
