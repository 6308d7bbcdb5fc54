/**
 * What a comparison looks like outside the history: our own lossless JSON, and what comes in from
 * elsewhere. Formats only: nothing here knows the store.
 *
 * <p>{@link dev.polylogue.transfer.OwnWriter} and {@link dev.polylogue.transfer.OwnReader} hold no
 * more than one comparison and one file at a time. {@link dev.polylogue.transfer.Archive} reads ZIP
 * archives from strangers within limits and never unpacks them by name (T15). What comes in is told
 * apart in {@code transfer.incoming}; pages for people are in {@code transfer.page}.
 *
 * <p>May use: {@code conversation}, the recipes of {@code photo}, and JSON. Thread rule: each
 * object belongs to one thread at a time, never the FX thread; most calls block.
 */
package dev.polylogue.transfer;
