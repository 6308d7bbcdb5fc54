package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.Contrast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Whether code can be read on the grounds of both themes. */
class CodePaletteTest {
  private static final Pattern COLOUR =
      Pattern.compile("-code-[a-z]+: ladder\\(-color-bg-default, (#\\w{6}) 49%, (#\\w{6}) 50%\\);");

  private static final Color DARK_GROUND = Color.web("#161b22");
  private static final Color LIGHT_GROUND = Color.web("#f6f8fa");

  @Test
  void everyColourStandsOutFromItsGround() throws IOException {
    String css = Files.readString(Path.of("resources/css/transcript.css"));
    List<MatchResult> colours = COLOUR.matcher(css).results().toList();
    assertThat(colours).hasSize(12);
    for (MatchResult colour : colours) {
      assertThat(Contrast.of(Color.web(colour.group(1)), DARK_GROUND))
          .as(colour.group())
          .isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.of(LIGHT_GROUND, Color.web(colour.group(2))))
          .as(colour.group())
          .isGreaterThanOrEqualTo(4.5);
    }
  }
}
