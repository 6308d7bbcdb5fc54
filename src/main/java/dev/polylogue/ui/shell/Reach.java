package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the panes reach for in the rest of the window.
 *
 * @param sandbox the id of the provider that costs nothing
 * @param links opens what a reader follows
 * @param actions what can be done with the turns of a pane
 */
record Reach(
    String sandbox, Consumer<String> links, List<Function<PaneViewModel, List<TurnAction>>> actions)
    implements ChatTools.Outside {
  @Override
  public void openLink(String address) {
    links.accept(address);
  }

  @Override
  public List<TurnAction> turnActions(PaneViewModel pane) {
    return actions.stream().flatMap(some -> some.apply(pane).stream()).toList();
  }
}
