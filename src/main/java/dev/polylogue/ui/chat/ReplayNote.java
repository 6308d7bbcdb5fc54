package dev.polylogue.ui.chat;

/**
 * How far the user's messages have been asked again.
 *
 * @param number of the message that was asked last, counted from 1
 * @param of how many there are
 * @param over whether it ended there, without an answer
 */
public record ReplayNote(int number, int of, boolean over) {}
