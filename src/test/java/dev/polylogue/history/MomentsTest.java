package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
  private static final int[] UNITS = {1, 1_000, 1_000_000, 1_000_000_000};

  @Test
  void readsWhatAnInstantWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long seconds = random.nextLong(-70_000_000_000L, 260_000_000_000L);
      int unit = UNITS[i % UNITS.length];
      Instant moment = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000) / unit * unit);
      assertThat(Moments.read(moment.toString())).isEqualTo(moment);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00Z",
        "2026-12-31T23:59:59.999999999Z",
        "2026-01-31T10:00:00.5Z",
        "2026-01-31T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "2026-01-31T10:00:00+02:00",
        "2026-01-31T10:00Z",
        "2026-01-31t10:00:00z",
        "-0044-03-15T12:00:00Z",
        "+12026-01-31T10:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-31T10:61:00Z",
        "2026-01-31T10:00:00.Z",
        "2026-01-31T10:00:00.1234567890Z",
        "2026-01-31 10:00:00Z",
        "2026-01-31T10:00:00",
        "Z",
        ""
      })
  void meansWhatTheLibraryMeans(String text) {
    Instant expected = null;
    try {
      expected = Instant.parse(text);
    } catch (DateTimeException e) {
      assertThatThrownBy(() -> Moments.read(text)).isInstanceOf(DateTimeException.class);
    }
    if (expected != null) {
      assertThat(Moments.read(text)).isEqualTo(expected);
    }
  }
}
