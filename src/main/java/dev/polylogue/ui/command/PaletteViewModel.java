package dev.polylogue.ui.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private record Scored(Hit hit, int score) {
    private static final int IN_TEXT = 4;
    private static final int IN_FURTHER_WORDS = 3;
    private static final int IN_GROUP = 2;

    /** The command if each of the words fits what it does, is also called, or belongs to. */
    static Optional<Scored> of(Command command, List<String> words) {
      Set<Integer> marks = new TreeSet<>();
      int whole = 0;
      for (String word : words) {
        Optional<Fuzzy.Match> text = Fuzzy.match(word, command.text());
        int best =
            Math.max(
                score(text, IN_TEXT),
                Math.max(
                    score(Fuzzy.match(word, command.wording().also()), IN_FURTHER_WORDS),
                    score(Fuzzy.match(word, command.group()), IN_GROUP)));
        if (best == 0) {
          return Optional.empty();
        }
        text.ifPresent(match -> marks.addAll(match.places()));
        whole += best;
      }
      return Optional.of(new Scored(new Hit(command, List.copyOf(marks)), whole));
    }

    private static int score(Optional<Fuzzy.Match> match, int weight) {
      return weight * match.map(Fuzzy.Match::score).orElse(0);
    }
  }

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

  /** Index of the hit that Enter would run; -1 where there is none yet. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  // Commands

  /** Goes down, or up by a negative number, and around at the ends. */
  public void step(int by) {
    if (!hits.isEmpty()) {
      int from = selected.get() < 0 && by < 0 ? 0 : selected.get();
      selected.set(Math.floorMod(from + by, hits.size()));
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
    String typed = query.get().strip();
    List<Command> known = typed.isEmpty() ? commands.latestFirst() : commands.all();
    List<String> words = typed.isEmpty() ? List.of() : List.of(typed.split("\\s+"));
    Comparator<Scored> order =
        Comparator.comparing((Scored one) -> !one.hit.command().enabled().get())
            .thenComparingInt(one -> -one.score);
    hits.setAll(
        known.stream()
            .map(command -> Scored.of(command, words))
            .flatMap(Optional::stream)
            .sorted(order)
            .map(Scored::hit)
            .toList());
    boolean any = !hits.isEmpty() && hits.getFirst().command().enabled().get();
    selected.set(any ? 0 : -1);
  }
}
