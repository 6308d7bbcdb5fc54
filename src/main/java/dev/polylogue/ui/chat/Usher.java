package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import java.util.List;

/** Has a say before the panes of a comparison are shown. FX thread. */
public interface Usher {
  /**
   * @param row the panes in their own order
   * @return all of them, in the order in which they are shown
   */
  List<PaneViewModel> seat(Comparison comparison, List<PaneViewModel> row);
}
