/**
 * Puts the program together: the only place that constructs adapters, and the glue to the desktop.
 *
 * <p>May use: everything. Nobody may use it but the main class. Thread rule: each class says its
 * own.
 */
package dev.polylogue.app;
