package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.Contrast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
  private static final Pattern RULE =
      Pattern.compile(
          "\\.mark-(\\d+) \\{ -fx-background-color: hsb\\((\\d+), (\\d+)%, (\\d+)%\\); -fx-text-fill: hsb\\((\\d+), (\\d+)%, (\\d+)%\\)");

  @ParameterizedTest
  @CsvSource({
    "xai, Xa",
    "azure, Az",
    "anthropic, An",
    "my-provider, MP",
    "local.ollama.2, LO",
    "x, X",
    "--, ?",
    "'', ?"
  })
  void aMarkHasTheFirstLettersOfTheId(String id, String letters) {
    assertThat(Marks.letters(id)).isEqualTo(letters);
  }

  @Test
  void everyTintCanBeReadInLightAndDark() throws IOException {
    String css = Files.readString(Path.of("resources/css/polylogue.css"));
    List<MatchResult> rules = new ArrayList<>();
    RULE.matcher(css).results().forEach(rules::add);
    assertThat(rules).hasSize(2 * Marks.TINTS);
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(Contrast.of(colour(rule, 2), colour(rule, 5)))
                    .as(rule.group())
                    .isGreaterThanOrEqualTo(4.5));
  }

  private static Color colour(MatchResult rule, int group) {
    return Color.hsb(
        Double.parseDouble(rule.group(group)),
        Double.parseDouble(rule.group(group + 1)) / 100,
        Double.parseDouble(rule.group(group + 2)) / 100);
  }
}
