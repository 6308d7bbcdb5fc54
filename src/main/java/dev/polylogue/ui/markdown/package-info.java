/**
 * Markdown as plain data: blocks and spans, parsed as it arrives.
 *
 * <p>A reply grows at its end, so blocks that nothing can change any more are kept and only the
 * open tail is parsed again. Nothing here fetches, opens or runs anything: an address is a string,
 * a picture is its description, and raw HTML is text.
 *
 * <p>May use: {@code java.base} and commonmark. Thread rule: blocks are immutable and may be shared
 * by any thread; {@link dev.polylogue.ui.markdown.IncrementalMarkdown} belongs to one thread at a
 * time, which is never the FX thread.
 */
package dev.polylogue.ui.markdown;
