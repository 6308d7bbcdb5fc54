package dev.polylogue.provider.http;

import dev.polylogue.conversation.ProviderSettings;
import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param silence without a byte from the host, before the answer and in it
 * @param whole from its start to its end (F80)
 */
record Limits(Duration silence, Duration whole) {
  /** Option: seconds without a byte; more for models that think or load in silence. */
  private static final String IDLE_SECONDS = "idle-seconds";

  /** Option: seconds for a whole answer. */
  private static final String ANSWER_SECONDS = "answer-seconds";

  /**
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Limits of(ProviderSettings settings) {
    return of(settings, 120);
  }

  /** Models that draw say nothing for up to 20 minutes ({@code providers.md}, 3). */
  static Limits ofPictures(ProviderSettings settings) {
    return of(settings, 1200);
  }

  private static Limits of(ProviderSettings settings, int silence) {
    return new Limits(
        seconds(settings, IDLE_SECONDS, silence), seconds(settings, ANSWER_SECONDS, 1800));
  }

  private static Duration seconds(ProviderSettings settings, String option, int usual) {
    String set = settings.options().get(option);
    if (set == null) {
      return Duration.ofSeconds(usual);
    }
    if (!set.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(
          "The option %s of %s is \"%s\", which is no number of seconds."
              .formatted(option, settings.id(), set));
    }
    return Duration.ofSeconds(Long.parseLong(set));
  }
}
