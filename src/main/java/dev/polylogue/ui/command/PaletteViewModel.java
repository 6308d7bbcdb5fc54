package dev.polylogue.ui.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be done, narrowed down by what is typed. FX thread. */
public final class PaletteViewModel {
  /**
   * A command that fits.
   *
   * @param marks places in its words where the typed letters stand
   */
  public record Hit(Command command, List<Integer> marks) {
    public Hit {
      marks = List.copyOf(marks);
    }
  }

  private record Scored(Hit hit, int score) {}

  private final Commands commands;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty();

  public PaletteViewModel(Commands commands) {
    this.commands = commands;
    query.addListener((property, before, now) -> find());
    find();
  }

  // Properties

  public StringProperty queryProperty() {
    return query;
  }

  /** Best first; those that can't be done now stand behind the others. */
  public ObservableList<Hit> hits() {
    return hits;
  }

  /** Index of the hit that Enter would run; -1 where there is none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  // Commands

  /** Goes down, or up by a negative number, and around at the ends. */
  public void step(int by) {
    if (!hits.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, hits.size()));
    }
  }

  /** The chosen command if it can be done now, else nothing happens. */
  public void run(Runnable before) {
    int place = selected.get();
    if (place >= 0 && place < hits.size()) {
      Command command = hits.get(place).command();
      if (command.enabled().get()) {
        before.run();
        commands.run(command);
      }
    }
  }

  private void find() {
    String typed = query.get();
    List<Scored> found = new ArrayList<>();
    List<Command> known = typed.isBlank() ? commands.latestFirst() : commands.all();
    for (Command command : known) {
      // The group counts too, at the price of standing behind the words themselves.
      Fuzzy.match(typed, command.text())
          .map(match -> new Scored(new Hit(command, match.places()), 2 * match.score()))
          .or(
              () ->
                  Fuzzy.match(typed, command.group() + " " + command.text())
                      .map(match -> new Scored(new Hit(command, List.of()), match.score())))
          .ifPresent(found::add);
    }
    Comparator<Scored> order =
        Comparator.comparing((Scored one) -> !one.hit.command().enabled().get())
            .thenComparing(Comparator.comparingInt(Scored::score).reversed());
    hits.setAll(found.stream().sorted(order).map(Scored::hit).toList());
    selected.set(hits.isEmpty() ? -1 : 0);
  }
}
