package dev.polylogue.conversation;

import java.time.Instant;
import java.util.UUID;

/** One user message, sent to every pane that was in sync; turns align the panes row by row. */
public record Turn(UUID id, Message user, Instant createdAt) {}
