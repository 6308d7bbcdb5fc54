/**
 * What the user set for the whole program: one JSON file, written whole or not at all.
 *
 * <p>May use: {@code conversation} and JSON. Never holds a key. Thread rule: any thread but the FX
 * thread may write; reading {@link dev.polylogue.settings.SettingsStore#current} never blocks.
 */
package dev.polylogue.settings;
