package dev.polylogue.ui.transcript;

import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import java.util.UUID;

/**
 * One turn of a pane as its transcript shows it.
 *
 * @param asked what the user sent, with its attachments
 * @param speaker the name that stands over the reply, such as {@code scribe}
 * @param reply the reply in use, live or stored
 * @param steps to where a reader can step from here
 */
public record TranscriptTurn(UUID turn, Prompt asked, String speaker, Snapshot reply, Steps steps) {
  /**
   * Which of how many this is, counted from 1.
   *
   * @param alternative of the replies to this message
   * @param branch of the wordings of this message, each with what follows it
   */
  public record Steps(int alternative, int alternatives, int branch, int branches) {
    public static final Steps NONE = new Steps(1, 1, 1, 1);

    /** The same wording, another reply. */
    public Steps at(int changed, int of) {
      return new Steps(changed, of, branch, branches);
    }
  }

  /** A turn of the only branch. */
  public TranscriptTurn(
      UUID turn, Prompt asked, String speaker, Snapshot reply, int alternative, int alternatives) {
    this(turn, asked, speaker, reply, Steps.NONE.at(alternative, alternatives));
  }

  /** The same without attachments. */
  public TranscriptTurn(
      UUID turn, String prompt, String speaker, Snapshot reply, int alternative, int alternatives) {
    this(turn, Prompt.of(prompt), speaker, reply, alternative, alternatives);
  }

  public String prompt() {
    return asked.text();
  }

  public int alternative() {
    return steps.alternative();
  }

  public int alternatives() {
    return steps.alternatives();
  }

  /** The same reply, further on. */
  public TranscriptTurn with(Snapshot later) {
    return new TranscriptTurn(turn, asked, speaker, later, steps);
  }

  /** Whether the view of this turn can go on with the other. */
  boolean fits(TranscriptTurn other) {
    return turn.equals(other.turn) && asked.equals(other.asked);
  }

  /** How many characters there are in it. */
  long length() {
    long length = prompt().length();
    for (Passage passage : reply.content().passages()) {
      length += passage.text().length();
    }
    return length;
  }
}
