package dev.polylogue.vote;

import java.time.Instant;
import java.util.UUID;

/**
 * A vote that was cast on one turn of a comparison.
 *
 * @param blind whether the voter could not know whose the replies were
 */
public record Vote(UUID id, UUID comparison, UUID turn, Instant at, boolean blind, Ballot ballot) {}
