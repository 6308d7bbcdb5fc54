/**
 * Program text as plain data: which stretch of a line is a keyword, a string, a comment.
 *
 * <p>The tokenizers are those of RSyntaxTextArea; nothing of its editor is used, and nothing here
 * needs a screen. Colouring never changes a character: the pieces of a line are the line.
 *
 * <p>May use: {@code java.base} and the token makers of RSyntaxTextArea. Thread rule: pieces are
 * immutable and may be shared by any thread; a tokenizer and an {@link
 * dev.polylogue.ui.code.IncrementalCode} belong to one thread at a time, which is never the FX
 * thread.
 */
package dev.polylogue.ui.code;
