/**
 * What differs between two answers: blocks aligned, moved ones recognised, changes told word by
 * word.
 *
 * <p>May use: java-diff-utils. Thread rule: immutable results, any thread; a large comparison takes
 * up to a second, so it belongs off the FX thread.
 */
package dev.polylogue.diff;
