package dev.polylogue.ui.diff;

import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Which answers are compared, and what came of it. FX thread. */
public final class DiffViewModel {
  private final Work work;
  private final Consumer<Exception> trouble;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final BooleanProperty leftOut = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable DiffTurn> turn = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable DiffPage> page = new ReadOnlyObjectWrapper<>();
  private final Set<UUID> passedOver = new LinkedHashSet<>();
  private List<DiffTurn> turns = List.of();
  private @Nullable UUID base;
  private int asked;

  public DiffViewModel(Work work, Consumer<Exception> trouble) {
    this.work = work;
    this.trouble = trouble;
  }

  // Properties

  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether words that only the base has are shown, struck out, beside several answers. */
  public BooleanProperty leftOutProperty() {
    return leftOut;
  }

  public ReadOnlyObjectProperty<@Nullable DiffTurn> turnProperty() {
    return turn.getReadOnlyProperty();
  }

  /** What is on screen, or null while it is worked out for the first time. */
  public ReadOnlyObjectProperty<@Nullable DiffPage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Turns that have at least two answers. */
  public List<DiffTurn> turns() {
    return turns;
  }

  /** Whether an answer stands beside the base. */
  public boolean isShown(Contender answer) {
    return !passedOver.contains(answer.reply());
  }

  // Commands

  /**
   * Opens a turn.
   *
   * @param all every turn; those with fewer than two answers are passed over
   * @param wantedTurn the one to open, or null for the last
   * @param wantedBase the reply to compare with, or null for the first
   * @return whether there is anything to compare
   */
  public boolean show(List<DiffTurn> all, @Nullable UUID wantedTurn, @Nullable UUID wantedBase) {
    turns = all.stream().filter(one -> one.answers().size() > 1).toList();
    if (turns.isEmpty()) {
      close();
      return false;
    }
    DiffTurn chosen =
        turns.stream()
            .filter(one -> one.turn().equals(wantedTurn))
            .findFirst()
            .orElse(turns.getLast());
    passedOver.clear();
    base = wantedBase;
    page.set(null);
    turn.set(chosen);
    open.set(true);
    compare();
    return true;
  }

  /** The answers have moved on: what is compared stays, as far as it is still there. */
  public void refresh(List<DiffTurn> all) {
    DiffTurn now = turn.get();
    if (!open.get() || now == null) {
      return;
    }
    turns = all.stream().filter(one -> one.answers().size() > 1).toList();
    DiffTurn same =
        turns.stream().filter(one -> one.turn().equals(now.turn())).findFirst().orElse(null);
    if (same == null) {
      close();
    } else if (!same.equals(now)) {
      turn.set(same);
      compare();
    }
  }

  public void close() {
    open.set(false);
    asked++;
    turns = List.of();
    page.set(null);
    turn.set(null);
  }

  /** Steps to an earlier or later turn; beyond the ends nothing happens. */
  public void step(int by) {
    int place = turns.indexOf(turn.get()) + by;
    if (place >= 0 && place < turns.size()) {
      base = null;
      passedOver.clear();
      turn.set(turns.get(place));
      compare();
    }
  }

  public void compareWith(Contender answer) {
    base = answer.reply();
    passedOver.remove(answer.reply());
    compare();
  }

  /** Puts an answer beside the base or takes it away; the last one stays. */
  public void show(Contender answer, boolean shown) {
    if (shown) {
      passedOver.remove(answer.reply());
    } else {
      passedOver.add(answer.reply());
    }
    compare();
  }

  private void compare() {
    DiffTurn now = turn.get();
    if (now == null) {
      return;
    }
    Contender from =
        now.answers().stream()
            .filter(answer -> answer.reply().equals(base))
            .findFirst()
            .orElse(now.answers().getFirst());
    List<Contender> others = new ArrayList<>(now.answers());
    others.remove(from);
    if (others.stream().anyMatch(this::isShown)) {
      others.removeIf(answer -> !isShown(answer));
    }
    int number = ++asked;
    work.run(
        () -> DiffPage.of(from, others),
        made -> {
          if (asked == number) {
            page.set(made);
          }
        },
        trouble);
  }
}
