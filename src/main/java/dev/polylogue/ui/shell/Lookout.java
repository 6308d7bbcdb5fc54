package dev.polylogue.ui.shell;

import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.chat.SecondLook;
import dev.polylogue.ui.fx.Work;
import java.util.OptionalLong;

/**
 * Notices what other programs write into the history and set up while the window is open, such as
 * {@code polylogue compare}, {@code polylogue edit} or {@code polylogue providers add} in a
 * terminal, and shows it. FX thread.
 */
final class Lookout {
  private final Desk desk;
  private final Comparisons comparisons;
  private final Work work;
  private final SecondLook open;
  private OptionalLong seen = OptionalLong.empty();
  private boolean looking;
  private boolean behind;

  /**
   * @param desk its open comparison is left alone while something is answering in it
   */
  Lookout(Desk desk, Comparisons comparisons, Work work) {
    this.desk = desk;
    this.comparisons = comparisons;
    this.work = work;
    this.open = new SecondLook(desk.chat(), work, desk::report);
  }

  /**
   * Costs one small question to the database and one look at the settings. What fails is asked
   * again the next time.
   */
  void look() {
    desk.settings().providers().look();
    if (!looking) {
      looking = true;
      work.run(comparisons::outsideVersion, this::found, failure -> looking = false);
    }
    catchUp();
  }

  private void found(OptionalLong version) {
    looking = false;
    if (version.isEmpty() || version.equals(seen)) {
      return;
    }
    boolean first = seen.isEmpty();
    seen = version;
    if (!first) {
      desk.history().refresh();
      desk.photos().lookAgain();
      behind = true;
      catchUp();
    }
  }

  private void catchUp() {
    if (behind && !desk.chat().liveProperty().get()) {
      behind = false;
      open.look();
    }
  }
}
