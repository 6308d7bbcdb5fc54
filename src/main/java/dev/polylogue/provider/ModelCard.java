package dev.polylogue.provider;

import dev.polylogue.conversation.ModelRef;

/** A model that can be named, and what is known of it. */
public record ModelCard(ModelRef ref, String displayName, ModelFacts facts) {
  /** A model of which nothing but the name is known. */
  public static ModelCard named(ModelRef ref) {
    return new ModelCard(ref, ref.model(), ModelFacts.UNKNOWN);
  }

  public ModelCard with(ModelFacts changed) {
    return new ModelCard(ref, displayName, changed);
  }
}
