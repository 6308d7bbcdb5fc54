package dev.polylogue.provider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static Wording.Order read(String instruction) {
    return Wording.read(instruction, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "make it black and white | grayscale",
        "Could you please turn this into grayscale? | grayscale",
        "B&W | grayscale",
        "sepia | sepia by 100 %",
        "Brighten it by 30 % | brighten by 30 %",
        "a little brighter | brighten by 14 %",
        "much darker | darken by 54 %",
        "less bright | darken by 30 %",
        "less contrast | less contrast by 30 %",
        "increase the contrast strongly | more contrast by 54 %",
        "blur the background by 8 pixels | blur by 8 pixels",
        "sharpen | sharpen by 100 %",
        "rotate left | rotate 90° to the left",
        "turn it 15 degrees clockwise | rotate 15° to the right",
        "rotate 90 degrees counterclockwise | rotate 90° to the left",
        "turn it upside down | turn upside down",
        "mirror it | flip horizontally",
        "flip it vertically | flip vertically",
        "crop to a square | crop to a square",
        "crop to 16:9 | crop to 1.78 : 1",
        "crop 10 % | crop to 90 % from the middle",
        "crop the left half | crop to 50 % on the left",
        "invert the colours | invert the colours",
        "tint it blue | tint #2f6fd6 by 60 %",
        "make it redder | tint #d23b32 by 60 %",
        "warmer | warmer by 35 %",
        "make it slightly cooler | cooler by 16 %",
        "more saturated | saturate by 50 %",
        "less colourful | desaturate by 50 %",
        "pixelate with 12 px | pixelate into squares of 12 pixels",
        "add a thick black border | border in #000000",
        "make it a sunset | sunset light by 60 %",
        "make it dusk, warm light | sunset light by 60 %, then warmer by 35 %",
        "vintage | vintage",
        "write \"Hello, sea\" at the top | write “Hello, sea” at the top",
        "text: Summer 2026 | write “Summer 2026” at the bottom",
        "caption HELLO | write “HELLO” at the bottom",
        "caption \"HELLO\" | write “HELLO” at the bottom",
        "add a caption Hello sea at the top | write “Hello sea” at the top",
        "rotate 90 degrees and caption HELLO | rotate 90° to the right, then write “HELLO” at the"
            + " bottom",
        "caption HELLO and make it warmer | write “HELLO” at the bottom, then warmer by 35 %",
        "make it warmer, without a caption please | warmer by 35 %",
        "write Ahoy at the bottom | write “Ahoy” at the bottom",
        "grayscale, then add a vignette and a white border of 20 px | grayscale, then vignette by"
            + " 75 %, then border in #ffffff",
        "make the sky a sunset; keep the boat as it is | sunset light by 60 %"
      })
  void plainWordsAreUnderstood(String instruction, String said) {
    assertThat(read(instruction).said()).isEqualTo(said);
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    Wording.Order order = read("add a unicorn and make it warmer");
    assertThat(order.steps()).hasSize(1);
    assertThat(order.unknown()).containsExactly("add a unicorn");
    assertThat(order.said()).startsWith("warmer").doesNotContain("unicorn");
    assertThat(read("add a unicorn").steps()).isEmpty();
    assertThat(read("please").steps()).isEmpty();
  }
}
