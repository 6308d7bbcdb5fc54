package dev.polylogue.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on screen, from {@code resources/i18n/messages*.properties}. Any thread. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("i18n.messages", locale, Texts.class.getModule());
  }

  /**
   * The words for a key.
   *
   * @param values fill {@code {0}}, {@code {1}} … as {@link MessageFormat} does
   */
  public String get(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** The words for a key that not everything of its kind has, or empty. */
  public String find(String key) {
    return bundle.containsKey(key) ? bundle.getString(key) : "";
  }

  public Locale locale() {
    return locale;
  }
}
