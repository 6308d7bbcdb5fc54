package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;

/** A line of the sidebar. */
public sealed interface HistoryRow {

  /** The days that the lines below belong to. */
  record Heading(String text) implements HistoryRow {}

  /**
   * A comparison.
   *
   * @param live whether something in it is answering right now
   */
  record Entry(ComparisonEntry comparison, boolean live) implements HistoryRow {}
}
