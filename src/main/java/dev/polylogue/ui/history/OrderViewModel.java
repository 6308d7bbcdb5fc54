package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Drawers;
import dev.polylogue.session.Forgotten;
import dev.polylogue.session.Order;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** What can be done with the comparisons of the list, with one or with many. FX thread. */
public final class OrderViewModel {
  private static final ComparisonKind KIND = ComparisonKind.CHAT;

  /** What the rest of the window does about it. */
  public interface Room {
    void open(UUID comparison);

    /** Comparisons are about to leave the list. */
    void leaving(List<UUID> comparisons);

    /** Gives a comparison the name a person chose, then calls back. */
    void rename(UUID comparison, String title, Runnable done);
  }

  private final HistoryViewModel history;
  private final Order order;
  private final Work work;
  private final Texts texts;
  private final Room room;
  private final Consumer<Exception> trouble;

  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NONE);
  private final ReadOnlyObjectWrapper<Drawers> drawers = new ReadOnlyObjectWrapper<>(Drawers.EMPTY);
  private final ObjectProperty<@Nullable UUID> renaming = new SimpleObjectProperty<>();

  /**
   * @param services what is asked
   * @param room what the rest of the window does about it
   */
  public OrderViewModel(HistoryViewModel history, Services services, Texts texts, Room room) {
    this.history = history;
    this.order = services.order;
    this.work = services.work;
    this.trouble = services.trouble;
    this.texts = texts;
    this.room = room;
  }

  /**
   * What the list works with.
   *
   * @param work one piece after another
   */
  public record Services(Order order, Work work, Consumer<Exception> trouble) {}

  // Properties

  /** What stands below the list. */
  public ReadOnlyObjectProperty<Strip> stripProperty() {
    return strip.getReadOnlyProperty();
  }

  /** Folders, tags and the trash, with how much is in each. */
  public ReadOnlyObjectProperty<Drawers> drawersProperty() {
    return drawers.getReadOnlyProperty();
  }

  /** The comparison whose title is being written in the list, or null. */
  public ObjectProperty<@Nullable UUID> renamingProperty() {
    return renaming;
  }

  /** Several comparisons that were chosen in the list, else the one that is open. */
  public List<UUID> targets() {
    if (history.chosen().size() > 1) {
      return List.copyOf(history.chosen());
    }
    UUID open = history.selectedProperty().get();
    return open == null ? List.of() : List.of(open);
  }

  /** Those of the comparisons that the list shows. */
  List<ComparisonEntry> entries(List<UUID> comparisons) {
    return history.entries(comparisons);
  }

  /** Whether the list shows what was deleted. */
  public boolean inTrash() {
    return history.drawerProperty().get() instanceof Drawer.Trash;
  }

  /** Whether the list shows a folder. */
  public ObservableBooleanValue inFolder() {
    return Bindings.createBooleanBinding(
        () -> history.drawerProperty().get() instanceof Drawer.Folder, history.drawerProperty());
  }

  // Commands

  /** Pins all of them, or none if all are pinned. */
  public void togglePin(List<UUID> comparisons) {
    boolean pin = history.entries(comparisons).stream().anyMatch(entry -> !entry.filing().pinned());
    act(() -> order.pin(comparisons, pin), this::nothing);
  }

  /**
   * @param folder its name, or {@code ""} for none
   */
  public void file(List<UUID> comparisons, String folder) {
    act(() -> order.file(comparisons, folder), this::nothing);
  }

  /** Tags all of them, or none if all bear the tag. */
  public void toggleTag(List<UUID> comparisons, String tag) {
    boolean all =
        history.entries(comparisons).stream()
            .allMatch(entry -> entry.filing().tags().contains(tag));
    act(
        () -> {
          if (all) {
            order.untag(comparisons, tag);
          } else {
            order.tag(comparisons, tag);
          }
        },
        this::nothing);
  }

  public void duplicate(List<UUID> comparisons) {
    work.run(
        () -> order.duplicate(comparisons, title -> texts.get("order.copy", title)),
        copies -> duplicated(comparisons, copies),
        trouble);
  }

  private void duplicated(List<UUID> originals, Map<UUID, UUID> copies) {
    history.reread();
    if (originals.size() == 1 && copies.size() == 1) {
      room.open(copies.values().iterator().next());
    } else {
      strip.set(new Strip.Done(texts.get("order.duplicated", copies.size()), List.of()));
    }
  }

  /** Begins to write the title of a comparison in the list. */
  public void rename(UUID comparison) {
    renaming.set(comparison);
  }

  /** The title was written; a blank one changes nothing. */
  void renamed(UUID comparison, @Nullable String title) {
    renaming.set(null);
    if (title != null && !title.isBlank()) {
      room.rename(comparison, title.strip(), history::reread);
    }
  }

  /** Into the trash, or if they are there already, asks whether to forget them. */
  public void delete(List<UUID> comparisons) {
    if (comparisons.isEmpty()) {
      return;
    }
    List<UUID> all = List.copyOf(comparisons);
    if (inTrash()) {
      strip.set(new Strip.Forget(all));
      return;
    }
    work.run(() -> order.trash(all), stopped -> trashed(all, stopped), trouble);
  }

  private void trashed(List<UUID> comparisons, int stopped) {
    room.leaving(comparisons);
    history.reread();
    count();
    String words =
        texts.get(stopped == 0 ? "order.trashed" : "order.trashedStopped", comparisons.size());
    strip.set(new Strip.Done(words, comparisons));
  }

  /** Takes back what was deleted last. */
  public void undo() {
    if (strip.get() instanceof Strip.Done done && !done.trashed().isEmpty()) {
      restore(done.trashed());
      if (done.trashed().size() == 1) {
        room.open(done.trashed().getFirst());
      }
    }
  }

  public void restore(List<UUID> comparisons) {
    strip.set(Strip.NONE);
    act(() -> order.restore(comparisons), this::nothing);
  }

  /** Asks whether to forget everything in the trash. */
  public void askEmptyTrash() {
    strip.set(new Strip.Forget(List.of()));
  }

  /** Forgets what was asked about; of no comparison in particular, all that is in the trash. */
  void forget(List<UUID> comparisons) {
    strip.set(Strip.NONE);
    room.leaving(comparisons.isEmpty() ? history.listed() : comparisons);
    work.run(
        () -> comparisons.isEmpty() ? order.emptyTrash(KIND) : order.forget(comparisons),
        forgotten -> {
          history.reread();
          count();
          strip.set(new Strip.Done(words(forgotten), List.of()));
        },
        trouble);
  }

  private String words(Forgotten forgotten) {
    List<String> words = new ArrayList<>();
    words.add(texts.get(forgotten.clean() ? "order.forgotten" : "order.forgottenLater"));
    if (!forgotten.aside().isEmpty()) {
      String newest = forgotten.aside().getFirst().toString();
      words.add(texts.get("order.forgottenAside", forgotten.aside().size(), newest));
    }
    if (forgotten.copies().count() > 0) {
      String place = forgotten.copies().place().toString();
      words.add(texts.get("order.forgottenCopies", forgotten.copies().count(), place));
    }
    return String.join(" ", words);
  }

  /** Has a name written for a folder or a tag. */
  public void ask(Strip.Purpose purpose, List<UUID> comparisons) {
    if (purpose == Strip.Purpose.FOLDER_NAME || !comparisons.isEmpty()) {
      strip.set(new Strip.Naming(purpose, List.copyOf(comparisons), before(purpose)));
    }
  }

  private String before(Strip.Purpose purpose) {
    return purpose == Strip.Purpose.FOLDER_NAME
            && history.drawerProperty().get() instanceof Drawer.Folder folder
        ? folder.name()
        : "";
  }

  /** The name was written. */
  void named(Strip.Naming asked, String name) {
    strip.set(Strip.NONE);
    if (!name.isBlank()) {
      switch (asked.purpose()) {
        case FOLDER -> file(asked.comparisons(), name);
        case TAG -> act(() -> order.tag(asked.comparisons(), name), this::nothing);
        case FOLDER_NAME -> renameFolder(asked.before(), name);
      }
    }
  }

  private void renameFolder(String before, String name) {
    if (!before.isEmpty()) {
      String plain = Order.plain(name);
      act(
          () -> order.renameFolder(KIND, before, plain),
          () -> history.show(new Drawer.Folder(plain)));
    }
  }

  /** What is in the folder that is shown goes into none. */
  public void removeFolder() {
    if (history.drawerProperty().get() instanceof Drawer.Folder folder) {
      act(() -> order.removeFolder(KIND, folder.name()), () -> history.show(Drawer.ALL));
    }
  }

  public void dismiss() {
    strip.set(Strip.NONE);
  }

  /** Forgets what has been in the trash for too long. */
  public void emptyOldTrash() {
    work.run(order::emptyOldTrash, gone -> count(), trouble);
  }

  /** Names of folders or tags that could be meant, the ones that begin as written first. */
  List<String> known(Strip.Purpose purpose, String written) {
    List<Drawers.Label> labels =
        switch (purpose) {
          case FOLDER, FOLDER_NAME -> drawers.get().folders();
          case TAG -> drawers.get().tags();
        };
    String wanted = written.strip().toLowerCase(Locale.ROOT);
    List<String> names = new ArrayList<>();
    for (Drawers.Label label : labels) {
      if (label.name().toLowerCase(Locale.ROOT).startsWith(wanted)) {
        names.add(label.name());
      }
    }
    return names;
  }

  /** Counts anew what is in folders, tags and the trash. */
  public void count() {
    work.run(() -> order.drawers(KIND), drawers::set, trouble);
  }

  private void act(Work.Errand errand, Runnable done) {
    work.act(
        errand,
        () -> {
          done.run();
          history.reread();
          count();
        },
        trouble);
  }

  private void nothing() {}
}
