package dev.polylogue.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLayoutTest {
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
