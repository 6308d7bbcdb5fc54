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

  /** Whether everything that the file holds is in the history now. */
  public boolean isWhole() {
    return ending.isEmpty() && conversations.failed == 0;
  }
}
