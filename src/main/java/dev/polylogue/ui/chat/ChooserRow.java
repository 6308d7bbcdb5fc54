package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;

/** A line of the model chooser. */
public sealed interface ChooserRow {

  /** The provider that the lines below belong to. */
  record Heading(String provider) implements ChooserRow {}

  /** A model that its provider lists. */
  record Listed(ModelRef ref, String name) implements ChooserRow {}

  /** What was typed, taken as a model reference. */
  record Typed(ModelRef ref) implements ChooserRow {}

  /** Words in place of models: still loading, none, or what went wrong. */
  record Note(String text) implements ChooserRow {}
}
