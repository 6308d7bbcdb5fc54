package dev.polylogue.vote;

/**
 * A strength, written like an Elo number: 1000 is the average of the group.
 *
 * @param low where 95 % of the resampled strengths begin
 * @param high where they end
 */
public record Rating(double value, double low, double high) {}
