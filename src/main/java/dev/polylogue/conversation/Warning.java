package dev.polylogue.conversation;

/**
 * Something the user should know about a reply that came all the same: a setting that was dropped,
 * clamped or sent under another name, a file that was sent as plain text.
 *
 * @param about what it concerns: the key of a {@link Setting}, {@code attachment}, {@link
 *     #INSTRUCTION}, {@link #SKETCH}, or {@code ""}
 * @param message a sentence for the user
 */
public record Warning(String about, String message) {
  /** A part of what was asked for was not done. */
  public static final String INSTRUCTION = "instruction";

  /** The last picture is only a sketch of what was asked for. */
  public static final String SKETCH = "sketch";

  public static Warning of(Setting setting, String message) {
    return new Warning(setting.key(), message);
  }
}
