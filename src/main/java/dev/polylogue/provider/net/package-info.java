/**
 * How the network is reached: through which proxy, whose certificates are believed, and the clock
 * that ends a wait.
 *
 * <p>Nothing here switches a check off. A certificate that the user added holds for one host and
 * port, see {@link dev.polylogue.provider.net.PeerTrust}.
 *
 * <p>May use: {@code conversation}. Thread rule: any thread; whatever reads certificates may block.
 */
package dev.polylogue.provider.net;
