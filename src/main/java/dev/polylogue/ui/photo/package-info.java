/**
 * The Images workspace: a photo and what models made of it side by side, with one pan and zoom for
 * all, a mask, and the instruction below.
 *
 * <p>May use: JavaFX and its control libraries, {@code ui.fx}, {@code ui.kit}, {@code ui.command},
 * {@code session}, {@code photo}, pictures of {@code java.awt}. Thread rule: FX thread, unless a
 * class says other; decoding, scaling and comparing happen elsewhere.
 */
package dev.polylogue.ui.photo;
