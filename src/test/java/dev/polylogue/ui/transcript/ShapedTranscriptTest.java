package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.ui.FxThread;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.fxmisc.richtext.TextExt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Letters that are formed together stay within the line: JavaFX 26 breaks a run of them wrongly.
 */
class ShapedTranscriptTest {
  private static final String FRENCH =
      Normalizer.normalize(
          "Voilà déjà élève où être forêt été à côté de la fenêtre près du café où les élèves"
              + " préfèrent étudier après la récréation générale.",
          Normalizer.Form.NFD);
  private static final String THAI =
      "ดวงจันทร์ดึงดูดน้ำในมหาสมุทรเข้าหาตัวมันจึงเกิดน้ำขึ้นและน้ำลงวันละสองครั้งในทะเลส่วนใหญ่";

  /** A blank at the end of a line may stand beyond it. */
  private static final double BLANK = 8;

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Stream<String> answers() {
    return Stream.of(
        FRENCH,
        THAI,
        "A family of two \uD83D\uDC69\u200D\uD83D\uDC67 goes to the sea and sees how the tide comes"
            + " in and how it goes out again, twice a day and a little later each time.",
        "चाँद समुद्र के पानी को अपनी ओर खींचता है और इस तरह दिन में दो बार ज्वार और भाटा आता है।",
        "| a | b |\n|---|---|\n| " + FRENCH + " | " + THAI + " |");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyWordStaysWithinItsLine(String answer) {
    stand.show(Samples.turn(1, "?", Samples.complete(answer)));
    stand.picture("shaped-" + answer.codePointAt(2));
    assertThat(beyond()).isEmpty();
  }

  @Test
  void lettersThatComeOneByOneAreFormedTogether() {
    stand.show(Samples.turn(1, "?", Samples.streaming(Samples.text("Voila"))));
    for (int end = 6; end <= FRENCH.length(); end++) {
      stand.update(1, Samples.streaming(Samples.text(FRENCH.substring(0, end))));
    }
    assertThat(stand.nodes(TextExt.class, word -> word.getText().startsWith("\u0301"))).isEmpty();
    assertThat(stand.nodes(TextExt.class, word -> word.getText().contains("e\u0301ja"))).hasSize(1);
    assertThat(beyond()).isEmpty();
    assertThat(stand.text()).contains(FRENCH);
  }

  private List<String> beyond() {
    return stand
        .nodes(TextExt.class, word -> word.getParent().getStyleClass().contains("shown"))
        .stream()
        .filter(
            word ->
                FxThread.call(
                    () ->
                        word.getBoundsInParent().getMaxX()
                            > word.getParent().getLayoutBounds().getWidth() + BLANK))
        .map(TextExt::getText)
        .toList();
  }
}
