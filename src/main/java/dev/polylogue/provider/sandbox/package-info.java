/**
 * The sandbox: a small HTTP server inside the program, so that everything works before any key is
 * entered. It listens on the loopback address alone and is spoken to through the same client and
 * the same protocol as any other provider. Its models follow fixed rules; none is a language model.
 * The {@link dev.polylogue.provider.sandbox.Darkroom} carries out edits of pictures that are asked
 * for in plain words, respects a mask, and says what it understands when it does not.
 *
 * <p>A model name may carry settings of the host, which makes it a load generator and a source of
 * faults: {@code scribe?rate=400&latency=0&length=20000}, {@code scribe?fault=cut}; see {@link
 * dev.polylogue.provider.sandbox.Pace}.
 *
 * <p>May use: {@code provider} and its HTTP and JSON helpers, {@code media}, the JDK's own HTTP
 * server. Thread rule: one thread of the given executor for each request.
 */
package dev.polylogue.provider.sandbox;
