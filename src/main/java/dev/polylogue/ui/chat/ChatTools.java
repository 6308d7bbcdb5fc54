package dev.polylogue.ui.chat;

import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.List;

/** What every pane needs beside its view model. */
public record ChatTools(
    Texts texts,
    Layer layer,
    Background background,
    ModelChooserViewModel models,
    PresetsViewModel presets,
    Outside outside) {

  /** What the panes reach for in the rest of the window. FX thread. */
  public interface Outside {
    /** The id of the provider that runs inside the program. */
    String sandbox();

    /** Takes the address of a link that was clicked. */
    void openLink(String address);

    /** What else can be done with the turns of a pane. */
    List<TurnAction> turnActions(PaneViewModel pane);
  }
}
