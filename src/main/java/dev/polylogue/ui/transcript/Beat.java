package dev.polylogue.ui.transcript;

import java.util.UUID;

/**
 * How far a reader is in a turn, so that panes with other words can be brought to the same point.
 *
 * @param part from 0 to 1 in what was asked, which is the same everywhere; from 1 to 2 in the reply
 */
public record Beat(UUID turn, double part) {}
