package dev.polylogue.session;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;

/** A pane that is wanted: which model, set how. */
public record PaneSpec(ModelRef model, Parameters parameters) {

  public static PaneSpec of(ModelRef model) {
    return new PaneSpec(model, Parameters.NONE);
  }
}
