/**
 * Formulas in LaTeX, turned into outlines that can be drawn in any colour and size.
 *
 * <p>The library that sets them keeps its state in static fields and knows commands that change
 * them, define others or read files. So it is called from here only, one formula at a time, with
 * the harmless commands only, and what comes out is measured before it is used (T05).
 *
 * <p>May use: {@code java.base}, shapes and fonts of {@code java.awt}, JLaTeXMath, {@code ui.fx}.
 * Thread rule: any thread but the FX thread; results are immutable.
 */
package dev.polylogue.ui.formula;
