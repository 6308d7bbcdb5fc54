package dev.polylogue.transfer;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON from strangers is read: as plain trees, within limits, and never as types (T18). */
public final class Json {
  private static final int DEEPEST = 400;
  private static final int LONGEST_STRING = 128 << 20;
  private static final int LONGEST_NAME = 10_000;
  private static final int LONGEST_NUMBER = 400;

  /** In words for the user. */
  public static final String LIMITS =
      "no more than %d levels within each other, a text of %d MB, a name of %d characters, a number of %d digits"
          .formatted(DEEPEST, LONGEST_STRING >> 20, LONGEST_NAME, LONGEST_NUMBER);

  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                  .build())
          // One value after another is read from the same stream.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}
}
