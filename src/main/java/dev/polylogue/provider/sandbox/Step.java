package dev.polylogue.provider.sandbox;

import java.util.Locale;

/**
 * One thing that was asked for and understood.
 *
 * @param said how the sandbox would put it: {@code brighten by 25 %}
 */
record Step(String said, Develop develop) {

  /** Something with an amount. */
  static Step by(String said, double amount, Develop develop) {
    return new Step(
        String.format(Locale.ROOT, "%s by %d %%", said, Math.round(Math.abs(amount) * 100)),
        develop);
  }
}
