/**
 * Keys: where they are found at the moment of use.
 *
 * <p>May use: {@code conversation} and the key port of {@code provider}. Thread rule: any thread.
 */
package dev.polylogue.secret;
