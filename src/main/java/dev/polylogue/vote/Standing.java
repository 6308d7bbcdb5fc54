package dev.polylogue.vote;

import org.jspecify.annotations.Nullable;

/**
 * A line of the leaderboard.
 *
 * @param rating null for a contestant without any game
 * @param group contestants of one group can be compared with each other; from 0, by size
 */
public record Standing(Contestant contestant, @Nullable Rating rating, Tally tally, int group) {}
