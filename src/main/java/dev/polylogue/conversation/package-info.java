/**
 * The words of the program as plain data: comparisons, panes, turns, replies and what they are made
 * of.
 *
 * <p>May use: {@code java.base} alone. Thread rule: everything here is immutable and may be shared
 * by any thread.
 */
package dev.polylogue.conversation;
