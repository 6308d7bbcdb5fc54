/**
 * Comparisons as pages for people and as tables for other programs: Markdown, HTML that stands on
 * its own, CSV. They show the path in use; our own JSON holds the rest.
 *
 * <p>What a model or a stranger wrote runs nowhere: HTML is escaped, addresses are sanitised,
 * nothing is fetched, and a cell is no formula (T34).
 *
 * <p>May use: {@code conversation}, {@code transfer}, commonmark. Thread rule: each page belongs to
 * one thread at a time, never the FX thread; writing blocks.
 */
package dev.polylogue.transfer.page;
