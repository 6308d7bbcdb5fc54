package dev.polylogue.provider.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to wait ({@code providers.md}, 12.4). */
final class RetryHint {
  /** Longer than a day is no hint that anyone would wait for (F30). */
  private static final double MOST_SECONDS = 24 * 60 * 60;

  private RetryHint() {}

  /**
   * {@code retry-after-ms} wins unless it is 0, as Azure sends it beside a true {@code
   * retry-after}. A date counts from the response's own {@code Date}, else from its arrival. What
   * the body says counts where the headers say nothing.
   *
   * @return null when there is no usable hint
   */
  static @Nullable Double seconds(Response response, ErrorBody body) {
    Double millis = number(response.header("retry-after-ms"));
    if (millis != null && millis > 0) {
      return bounded(millis / 1000);
    }
    String after = response.header("Retry-After");
    Double seconds = number(after);
    Double told = bounded(seconds != null ? seconds : untilDate(after, response));
    return told != null ? told : bounded(body.retryAfterSeconds());
  }

  /** What an error inside an answer asks for. */
  static @Nullable Double seconds(ErrorBody body) {
    return bounded(body.retryAfterSeconds());
  }

  private static @Nullable Double bounded(@Nullable Double seconds) {
    return seconds != null && seconds >= 0 && seconds <= MOST_SECONDS ? seconds : null;
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double untilDate(@Nullable String date, Response response) {
    if (date == null) {
      return null;
    }
    try {
      String said = response.header("Date");
      Instant now =
          said == null ? Instant.ofEpochMilli(response.receivedResponseAtMillis()) : instant(said);
      return Duration.between(now, instant(date)).toMillis() / 1000.0;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant instant(String date) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
  }
}
