package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import java.util.UUID;

/**
 * One turn of a pane as its transcript shows it.
 *
 * @param speaker the name that stands over the reply, such as {@code scribe}
 * @param reply the reply in use, live or stored
 * @param alternative which of how many replies this is, counted from 1
 */
public record TranscriptTurn(
    UUID turn, String prompt, String speaker, Snapshot reply, int alternative, int alternatives) {}
