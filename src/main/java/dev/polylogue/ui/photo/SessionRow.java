package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditEntry;

/** A line of the list of photos. */
public sealed interface SessionRow {

  /** The days that the lines below belong to. */
  record Heading(String text) implements SessionRow {}

  record Entry(EditEntry session) implements SessionRow {}
}
