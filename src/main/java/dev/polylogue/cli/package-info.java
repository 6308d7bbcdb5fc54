/**
 * The command line: one class for each command. Its words and its JSON are a contract that scripts
 * rely on.
 *
 * <p>May use: {@code session} and what that hands out, {@code settings} for presets, {@code
 * attachment} for its limits, picocli, Jackson; never a screen. Thread rule: commands run on the
 * main thread and may block.
 */
package dev.polylogue.cli;
