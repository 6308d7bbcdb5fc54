package dev.polylogue.ui.shell;

import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.chat.SecondLook;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.history.HistoryViewModel;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Notices what other programs write into the history while the window is open, such as {@code
 * polylogue compare} in a terminal, and shows it. FX thread.
 */
final class Lookout {
  private final Comparisons comparisons;
  private final Work work;
  private final HistoryViewModel history;
  private final SecondLook open;
  private final BooleanSupplier live;
  private OptionalLong seen = OptionalLong.empty();
  private boolean looking;

  /**
   * @param live whether something is answering in the open comparison, which is then left alone
   */
  Lookout(
      Comparisons comparisons,
      Work work,
      HistoryViewModel history,
      SecondLook open,
      BooleanSupplier live) {
    this.comparisons = comparisons;
    this.work = work;
    this.history = history;
    this.open = open;
    this.live = live;
  }

  /** Costs one small question to the database. What fails is asked again the next time. */
  void look() {
    if (looking || live.getAsBoolean()) {
      return;
    }
    looking = true;
    work.run(comparisons::outsideVersion, this::found, failure -> looking = false);
  }

  private void found(OptionalLong version) {
    looking = false;
    if (version.isEmpty() || version.equals(seen)) {
      return;
    }
    boolean first = seen.isEmpty();
    seen = version;
    if (!first) {
      history.refresh();
      open.look();
    }
  }
}
