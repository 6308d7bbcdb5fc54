package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.settings.Shelf;
import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.ui.fx.Work;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The named rows of panes to start from, and a filter over them. FX thread. */
public final class PaneSetsViewModel {
  /**
   * A set.
   *
   * @param gone its panes whose provider is no longer set up; those are left out
   */
  public record Line(PaneSet set, List<ModelRef> gone) {
    public Line {
      gone = List.copyOf(gone);
    }

    /** Whether anything of it is left to start with. */
    public boolean canStart() {
      return gone.size() < set.panes().size();
    }
  }

  private final SettingsStore settings;
  private final Providers providers;
  private final Work inOrder;
  private final Consumer<Exception> trouble;

  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<Line> shown = FXCollections.unmodifiableObservableList(lines);

  /**
   * @param inOrder one piece after another, for what is stored
   */
  public PaneSetsViewModel(
      SettingsStore settings, Providers providers, Work inOrder, Consumer<Exception> trouble) {
    this.settings = settings;
    this.providers = providers;
    this.inOrder = inOrder;
    this.trouble = trouble;
    filter.subscribe(words -> arrange());
  }

  // Properties

  public StringProperty filterProperty() {
    return filter;
  }

  /** The sets that the filter leaves, as they were saved. */
  public ObservableList<Line> lines() {
    return shown;
  }

  public boolean isTaken(String name) {
    return settings.current().shelf().sets().stream().anyMatch(set -> set.name().equals(name));
  }

  // Commands

  /** Clears the filter and looks anew at what there is. */
  public void open() {
    filter.set("");
    arrange();
  }

  /** Keeps a row of panes under a name, in place of one of the same name. */
  public void save(PaneSet set) {
    change(shelf -> shelf.with(set));
  }

  public void rename(PaneSet set, String name) {
    change(shelf -> shelf.withoutSet(set.name()).with(new PaneSet(name, set.panes())));
  }

  public void delete(PaneSet set) {
    change(shelf -> shelf.withoutSet(set.name()));
  }

  private void change(UnaryOperator<Shelf> change) {
    inOrder.act(
        () -> settings.update(current -> current.with(change.apply(current.shelf()))),
        this::arrange,
        trouble);
  }

  private void arrange() {
    String words = filter.get().strip().toLowerCase(Locale.ROOT);
    lines.setAll(
        settings.current().shelf().sets().stream()
            .filter(set -> answers(set, words))
            .map(this::line)
            .toList());
  }

  private static boolean answers(PaneSet set, String words) {
    return set.name().toLowerCase(Locale.ROOT).contains(words)
        || set.panes().stream()
            .anyMatch(pane -> pane.model().toString().toLowerCase(Locale.ROOT).contains(words));
  }

  private Line line(PaneSet set) {
    return new Line(
        set,
        set.panes().stream()
            .map(Shelf.Place::model)
            .filter(ref -> providers.find(ref.provider()).isEmpty())
            .toList());
  }
}
