package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.session.Order;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of comparisons, read page by page. FX thread. */
public final class HistoryViewModel {
  /** Comparisons in one page. */
  static final int PAGE = 100;

  private static final ComparisonKind KIND = ComparisonKind.CHAT;

  private final Order order;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final RowWriter writer;
  private final Clock clock;

  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final ObservableList<HistoryRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ObservableList<UUID> chosen = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Drawer> drawer = new ReadOnlyObjectWrapper<>(Drawer.ALL);
  private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable UUID> masked = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
  private List<ComparisonEntry> entries = List.of();
  private Set<UUID> live = Set.of();
  private boolean wholeList;
  private boolean reading;
  private boolean arranging;

  public HistoryViewModel(
      Order order, Work work, Texts texts, Clock clock, Consumer<Exception> trouble) {
    this.order = order;
    this.work = work;
    this.trouble = trouble;
    this.clock = clock;
    this.writer = new RowWriter(texts, clock);
  }

  // Properties

  public ObservableList<HistoryRow> rows() {
    return shown;
  }

  /** The part of the history that is listed. */
  public ReadOnlyObjectProperty<Drawer> drawerProperty() {
    return drawer.getReadOnlyProperty();
  }

  /** The comparisons that were chosen in the list, to do something with them. */
  public ObservableList<UUID> chosen() {
    return chosen;
  }

  /** The comparison that is open. */
  public ObjectProperty<@Nullable UUID> selectedProperty() {
    return selected;
  }

  /** The comparison of which nobody is to know who takes part, or null. */
  public ObjectProperty<@Nullable UUID> maskedProperty() {
    return masked;
  }

  /** Nothing is there to be listed: true only after the history was read and said so. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** Whether the rows are being changed, so that who follows the choice waits for the end of it. */
  boolean isArranging() {
    return arranging;
  }

  /** What is listed so far, in its order. */
  List<UUID> listed() {
    return entries.stream().map(ComparisonEntry::id).toList();
  }

  List<ComparisonEntry> entries(Collection<UUID> wanted) {
    Set<UUID> ids = Set.copyOf(wanted);
    return entries.stream().filter(entry -> ids.contains(entry.id())).toList();
  }

  /** What stands behind comparisons in the list, else before them; null when nothing is left. */
  public @Nullable UUID beside(Collection<UUID> leaving) {
    Set<UUID> gone = Set.copyOf(leaving);
    UUID before = null;
    boolean met = false;
    for (ComparisonEntry entry : entries) {
      if (gone.contains(entry.id())) {
        met = true;
      } else if (met) {
        return entry.id();
      } else {
        before = entry.id();
      }
    }
    return before;
  }

  /** In how many days what is in the trash is forgotten; at least 0. */
  long daysLeft(Instant trashedAt) {
    long days = Duration.between(trashedAt, clock.instant()).toDays();
    return Math.clamp(Order.TRASH_DAYS - days, 0, Order.TRASH_DAYS);
  }

  // Commands

  /** Lists another part of the history. */
  public void show(Drawer wanted) {
    drawer.set(wanted);
    chosen.clear();
    entries = List.of();
    wholeList = false;
    refresh();
  }

  /**
   * Reads the list anew. Of a long one that was read far, only the beginning is read again, and the
   * rest stays as it was, if it can be seen where it goes on.
   */
  public void refresh() {
    Drawer wanted = drawer.get();
    work.run(
        () -> order.list(KIND, wanted, PAGE, 0),
        head -> {
          if (wanted.equals(drawer.get())) {
            take(head);
          }
        },
        trouble);
  }

  /** Reads anew as much of the list as is shown, after something far down may have changed. */
  void reread() {
    Drawer wanted = drawer.get();
    int count = Math.max(PAGE, entries.size());
    work.run(
        () -> order.list(KIND, wanted, count, 0),
        all -> {
          if (wanted.equals(drawer.get())) {
            wholeList = all.size() < count;
            put(all);
          }
        },
        trouble);
  }

  /** The reader came to the end of what is shown. */
  public void more() {
    if (reading || wholeList) {
      return;
    }
    reading = true;
    int from = entries.size();
    Drawer wanted = drawer.get();
    work.run(
        () -> order.list(KIND, wanted, PAGE, from),
        page -> {
          reading = false;
          if (wanted.equals(drawer.get())) {
            append(from, page);
          }
        },
        failure -> {
          reading = false;
          trouble.accept(failure);
        });
  }

  /** Marks the comparisons in which something is answering. */
  public void showLive(Set<UUID> now) {
    live = Set.copyOf(now);
    arrange();
  }

  private void take(List<ComparisonEntry> head) {
    List<ComparisonEntry> tail = head.size() < PAGE ? List.of() : tailBehind(head);
    wholeList = head.size() < PAGE || (wholeList && !tail.isEmpty());
    List<ComparisonEntry> all = new ArrayList<>(head);
    all.addAll(tail);
    put(all);
  }

  private void put(List<ComparisonEntry> all) {
    entries = List.copyOf(all);
    empty.set(all.isEmpty());
    arrange();
  }

  /** Of what was read before, what comes behind the last entry of the head. */
  private List<ComparisonEntry> tailBehind(List<ComparisonEntry> head) {
    int place = listed().indexOf(head.getLast().id());
    if (place < 0) {
      return List.of();
    }
    Set<UUID> known = new HashSet<>();
    head.forEach(entry -> known.add(entry.id()));
    return entries.subList(place + 1, entries.size()).stream()
        .filter(entry -> !known.contains(entry.id()))
        .toList();
  }

  private void append(int from, List<ComparisonEntry> page) {
    if (from != entries.size()) {
      return;
    }
    Set<UUID> known = new HashSet<>(listed());
    List<ComparisonEntry> fresh = page.stream().filter(entry -> known.add(entry.id())).toList();
    wholeList = page.size() < PAGE;
    List<ComparisonEntry> longer = new ArrayList<>(entries);
    longer.addAll(fresh);
    ComparisonEntry last = entries.isEmpty() ? null : entries.getLast();
    entries = longer;
    change(() -> rows.addAll(writer.rows(fresh, last, live)));
  }

  private void arrange() {
    List<HistoryRow> arranged = writer.rows(entries, null, live);
    if (!arranged.equals(rows)) {
      change(() -> rows.setAll(arranged));
    }
  }

  private void change(Runnable changing) {
    arranging = true;
    try {
      changing.run();
    } finally {
      arranging = false;
    }
  }
}
