package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an answer that is made of pictures. */
class PictureCutTest {
  private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUg" + "QUJD\\r\\n+\\/".repeat(300);

  private static String kept(String body, int size) {
    PictureCut cut = new PictureCut();
    StringBuilder kept = new StringBuilder();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += size) {
      int to = Math.min(bytes.length, from + size);
      kept.append(
          cut.without(Arrays.copyOfRange(bytes, from, to)).readString(StandardCharsets.UTF_8));
    }
    return kept.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 65, 1000, 100_000})
  void aPictureLeavesItsBeginningItsLengthAndItsDigest(int size) throws Exception {
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(PICTURE.getBytes(StandardCharsets.US_ASCII)));
    String note =
        PICTURE.substring(0, 64)
            + "[%d more characters; SHA-256 of all %s]".formatted(PICTURE.length() - 64, digest);
    assertThat(
            kept(
                "{\"a\":\"" + PICTURE + "\",\"b\":\"data:image/png;base64," + PICTURE + "\"}",
                size))
        .isEqualTo("{\"a\":\"" + note + "\",\"b\":\"data:image/png;base64," + note + "\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void allElseStaysAsItCame(int size) {
    assertThat(kept("{\"id\":\"" + "abcdefgh".repeat(50) + "\"}", size))
        .isEqualTo("{\"id\":\"" + "abcdefgh".repeat(50) + "\"}");
  }
}
