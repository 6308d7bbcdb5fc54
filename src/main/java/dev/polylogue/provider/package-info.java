/**
 * The port behind which every provider stands: a request goes in, events are pulled out.
 *
 * <p>May use: {@code conversation}. Thread rule: a {@link dev.polylogue.provider.Provider} may be
 * used by any thread; a {@link dev.polylogue.provider.ChatStream} is pulled by one thread, and any
 * other may look at its phase or close it.
 */
package dev.polylogue.provider;
