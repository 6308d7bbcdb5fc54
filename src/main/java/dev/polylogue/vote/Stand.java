package dev.polylogue.vote;

import java.util.UUID;

/** One side of a vote: a reply, the pane that it stood in, and whose it was. */
public record Stand(UUID reply, UUID pane, Contestant contestant) {}
