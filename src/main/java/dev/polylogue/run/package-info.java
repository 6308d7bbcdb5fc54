/**
 * The engine: one round is one virtual thread for each pane, which pulls events and folds them into
 * a snapshot. The journal and the screen read the same snapshot, each at its own pace.
 *
 * <p>May use: {@code conversation} and {@code provider}; knows no protocol and no screen. Thread
 * rule: each class says its own.
 */
package dev.polylogue.run;
