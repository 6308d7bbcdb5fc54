/**
 * The settings page: looks, providers and where the data lies.
 *
 * <p>May use: {@code conversation}, {@code provider}, {@code provider.azure}, {@code session},
 * {@code settings}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX thread; whatever blocks goes
 * through {@code ui.fx.Work}. A typed key passes through on its way to {@code session} and is kept
 * in no property longer than its form.
 */
package dev.polylogue.ui.settings;
