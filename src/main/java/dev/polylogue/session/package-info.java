/**
 * The use cases: what a person can do with the program, offered alike to the window and the command
 * line.
 *
 * <p>May use: {@code conversation}, {@code provider}, {@code run}, {@code history}, {@code
 * settings}, {@code secret}, {@code attachment}, {@code transfer}, {@code vote}; no technology.
 * Thread rule: every call may block, so never from the FX thread; any other thread may call.
 */
package dev.polylogue.session;
