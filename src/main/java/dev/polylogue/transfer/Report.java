package dev.polylogue.transfer;

import dev.polylogue.conversation.Title;
import java.util.List;

/**
 * What of a file came in, and what did not.
 *
 * @param source what the file was, such as {@code ChatGPT export}
 * @param notes what did not come in, or not as it was, conversation by conversation
 * @param ending empty when the file was read to its end; else a sentence that says why not
 */
public record Report(
    String source,
    Conversations conversations,
    Messages messages,
    Attachments attachments,
    List<Note> notes,
    String ending) {
  /** What a note says of a title that was too long. */
  public static final String TITLE_CUT =
      "its title was longer than %d characters, so the rest of it was cut off"
          .formatted(Title.MOST);

  /** What a note says of a time that the source does not tell, or not so that it can be read. */
  public static final String TIME_MADE_UP =
      "times were made up, since they were missing or unreadable: the nearest that is known was"
          + " taken, or that of the import";

  /**
   * @param found in the file
   * @param added that were not here before
   * @param extended that were here, and had something new
   * @param unchanged that were here as they are
   * @param failed that could not be taken in; each has a note
   */
  public record Conversations(int found, int added, int extended, int unchanged, int failed) {}

  /**
   * Questions and answers.
   *
   * @param branches questions that stand beside another one
   * @param alternatives answers that stand beside another one
   */
  public record Messages(int found, int added, int branches, int alternatives) {}

  /**
   * Pictures and files.
   *
   * @param missing named in the conversations, but not there
   */
  public record Attachments(int found, int kept, int missing) {}

  /**
   * @param conversation its title, or {@code ""} for the file as a whole
   */
  public record Note(String conversation, String what, int count) {}

  public Report {
    notes = List.copyOf(notes);
  }

  /** Whether the file was read to its end, and holds no conversation. */
  public boolean isNothing() {
    return ending.isEmpty() && conversations.found == 0;
  }

  /** How many times of conversations and questions were made up. */
  public int timesMadeUp() {
    return notes.stream()
        .filter(note -> note.what.equals(TIME_MADE_UP))
        .mapToInt(Note::count)
        .sum();
  }

  /** Whether everything that the file holds is in the history now. */
  public boolean isWhole() {
    return ending.isEmpty() && conversations.failed == 0;
  }
}
