package dev.polylogue.run;

/**
 * What the runs of a round ring.
 *
 * @param changed raised at every event
 * @param journalDue raised when many words wait to be journaled
 */
record Bells(Signal changed, Signal journalDue) {}
