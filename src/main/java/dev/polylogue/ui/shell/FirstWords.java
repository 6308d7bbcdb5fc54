package dev.polylogue.ui.shell;

import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.ui.fx.Work;
import javafx.collections.ListChangeListener;

/**
 * Shows the first words of a reply at once. They don't wait for the next frame, in which they would
 * only begin to be laid out. FX thread.
 */
final class FirstWords implements ListChangeListener<Round> {
  private final Desk desk;
  private final Work work;

  /**
   * @param work each piece on a thread of its own
   */
  FirstWords(Desk desk, Work work) {
    this.desk = desk;
    this.work = work;
  }

  @Override
  public void onChanged(Change<? extends Round> change) {
    while (change.next()) {
      for (Round round : change.getAddedSubList()) {
        for (Run run : round.runs()) {
          work.act(() -> round.awaitWords(run), desk::frame, desk::report);
        }
      }
    }
  }
}
