package dev.polylogue.conversation;

import java.util.List;

/**
 * A few words of a message around what was looked for, on one line.
 *
 * @param marks what was looked for, in order and apart
 */
public record Snippet(String text, List<Mark> marks) {

  /**
   * A stretch of the text.
   *
   * @param start index of its first character
   * @param end index behind its last one
   */
  public record Mark(int start, int end) {}

  public Snippet {
    marks = List.copyOf(marks);
  }

  /** The text of the first mark, or an empty one where nothing is marked. */
  public String firstMarked() {
    return marks.isEmpty() ? "" : text.substring(marks.getFirst().start(), marks.getFirst().end());
  }
}
