package dev.polylogue.ui.transcript;

import java.util.UUID;

/**
 * A place where words were found.
 *
 * @param passage of the reply, from 0, or {@link #PROMPT}
 * @param line of the passage
 * @param column first character of the line
 * @param length characters of the line
 * @param inner which of the places inside the table or formula that stands there, or {@link #WORDS}
 */
public record Hit(UUID turn, int passage, int line, int column, int length, int inner) {
  public static final int PROMPT = -1;
  public static final int WORDS = -1;
}
