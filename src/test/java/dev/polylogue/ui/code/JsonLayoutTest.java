package dev.polylogue.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLayoutTest {
  private static final String JSON =
      "{\"q\":\"a, {b}: \\\"c\\\"\",\"n\":[1, 2,{}],\"e\":[ ],\"t\":true}";

  @Test
  void argumentsStandOneBelowTheOther() {
    assertThat(JsonLayout.indented(JSON))
        .isEqualTo(
            """
            {
              "q": "a, {b}: \\"c\\"",
              "n": [
                1,
                2,
                {}
              ],
              "e": [],
              "t": true
            }""");
  }

  @Test
  void textThatIsCutOffKeepsItsCharacters() {
    for (int end = 0; end <= JSON.length(); end++) {
      String part = JSON.substring(0, end);
      assertThat(JsonLayout.indented(part).replaceAll("\\s", ""))
          .isEqualTo(part.replaceAll("\\s", ""));
    }
  }

  /** T05. */
  @Test
  void deepNestingIsNotIndentedWithoutEnd() {
    assertThat(JsonLayout.indented("[".repeat(10_000))).hasSizeLessThan(1_000_000);
  }

  @Test
  void jsonIsIndentedAndItsStringsStayToTheLetter() {
    assertThat(JsonLayout.indented("{\"a\":[1, 2],\"b\":{},\"c\":\"x,{\\\"y\\\"}: \"}"))
        .isEqualTo(
            """
            {
              "a": [
                1,
                2
              ],
              "b": {},
              "c": "x,{\\"y\\"}: "
            }""");
  }

  @Test
  void jsonThatBreaksOffIsShownAsFarAsItGoes() {
    assertThat(JsonLayout.indented("{\"a\":\"half")).isEqualTo("{\n  \"a\": \"half");
    assertThat(JsonLayout.indented("{\"a\":\"half\\")).endsWith("half\\");
    assertThat(JsonLayout.indented("]}{")).contains("]");
  }

  @Test
  void otherTextIsLeftAlone() {
    assertThat(JsonLayout.indented("data: {\"a\":1}\n\n")).isEqualTo("data: {\"a\":1}\n\n");
    assertThat(JsonLayout.indented("")).isEmpty();
  }
}
