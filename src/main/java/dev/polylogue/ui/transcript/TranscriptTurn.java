package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import java.util.UUID;

/**
 * One turn of a pane as its transcript shows it.
 *
 * @param asked what the user sent, with its attachments
 * @param speaker the name that stands over the reply, such as {@code scribe}
 * @param reply the reply in use, live or stored
 * @param alternative which of how many replies this is, counted from 1
 */
public record TranscriptTurn(
    UUID turn, Prompt asked, String speaker, Snapshot reply, int alternative, int alternatives) {
  /** A turn without attachments. */
  public TranscriptTurn(
      UUID turn, String prompt, String speaker, Snapshot reply, int alternative, int alternatives) {
    this(turn, Prompt.of(prompt), speaker, reply, alternative, alternatives);
  }

  public String prompt() {
    return asked.text();
  }
}
