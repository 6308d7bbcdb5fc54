package dev.polylogue.vote;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;

/** A model as it was set: one model set in two ways is two contestants. */
public record Contestant(ModelRef model, Parameters parameters) {

  /** The model, however it was set. */
  public Contestant plain() {
    return parameters.equals(Parameters.NONE) ? this : new Contestant(model, Parameters.NONE);
  }
}
