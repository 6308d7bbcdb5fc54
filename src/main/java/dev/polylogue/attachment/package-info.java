/**
 * Takes in the pictures and files that go with a prompt: says what they are by their first bytes,
 * refuses in a sentence what no model takes, and brings pictures into a form that every provider
 * takes and that tells nothing of the place and the camera (T28).
 *
 * <p>May use: {@code conversation}, {@code media}; PDFBox (text of a PDF), in here only. Thread
 * rule: any thread; every call may block and take seconds, so never the FX thread.
 */
package dev.polylogue.attachment;
