package dev.polylogue.conversation;

import java.util.UUID;

/**
 * Where a reader stands in a pane: what lies at its upper edge. It counts lines as they are laid
 * out before they wrap, so that it leads to the same words at any width.
 *
 * @param section of the turn, such as its prompt or a passage of its reply, from 0
 * @param line of the section, from 0
 * @param part characters of the line that lie above the edge; for a line that is no text,
 *     thousandths of its height
 */
public record ReadingPlace(UUID turn, int section, int line, int part) {}
