package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;

/** A line of the model chooser. */
public sealed interface ChooserRow {

  /**
   * What the lines below have in common: a provider, or one model at several providers.
   *
   * @param provider whether it is a provider's name
   */
  record Heading(String name, boolean provider) implements ChooserRow {}

  /**
   * A model that its provider lists.
   *
   * @param under what the heading above says already
   */
  record Listed(ModelCard card, Under under) implements ChooserRow {}

  /** What the heading above a model says. */
  enum Under {
    PROVIDER,
    MODEL,
    NOTHING
  }

  /** What was typed, taken as a model reference. */
  record Typed(ModelRef ref) implements ChooserRow {}

  /** Words in place of models: still loading, none, or what went wrong. */
  record Note(String text) implements ChooserRow {}
}
