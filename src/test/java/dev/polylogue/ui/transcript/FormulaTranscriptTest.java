package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.polylogue.ui.FxThread;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

class FormulaTranscriptTest {
  private static final Map<String, Theme> THEMES =
      Map.of("light", new PrimerLight(), "dark", new PrimerDark());

  private static final String ALL =
      """
      ## The tide as a formula, $F_t$

      The force is $F = G \\frac{m_1 m_2}{r^2}$ where \\(m_1\\) is the mass of the **moon**, \
      and \\(r \\approx 384\\,400\\ \\text{km}\\). It costs $5 and $10.

      \\[
      \\nabla \\times \\mathbf{B} = \\mu_0 \\mathbf{J} + \\mu_0 \\varepsilon_0 \
      \\frac{\\partial \\mathbf{E}}{\\partial t}
      \\]

      $$
      f(x) = \\begin{cases} x^2 & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases}
      $$

      1. Sum: $\\sum_{i=1}^n i = \\frac{n(n+1)}{2}$
      2. A wide one:

         $$ a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12} = \
      \\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx $$

      > A colour: $\\color{red}{x} + \\textcolor{blue}{y}$ and not understood: $\\foo{x}$

      | name | formula |
      |---|---|
      | area | $\\pi r^2$ |

      ![x](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI)
      """;

  @Test
  void formulasAreDrawnInTheColourOfTheWordsAndCopiedAsWritten() {
    THEMES.forEach(
        (name, theme) -> {
          try (Stand stand = Stand.open(420, 960, theme)) {
            stand.show(Samples.turn(1, "Tides?", Samples.complete(ALL)));
            stand.picture("formulas-" + name);
            assertThat(stand.text())
                .contains(
                    "$F = G \\frac{m_1 m_2}{r^2}$ where \\(m_1\\) is the mass",
                    "\\[\n\\nabla \\times",
                    "area\t$\\pi r^2$",
                    "Shown as written: part of this formula is not understood.",
                    "picture: x (image/png, ")
                .doesNotContain("iVBORw0");
            List<SVGPath> inks = stand.nodes(SVGPath.class, path -> path.getStyleClass().isEmpty());
            boolean dark = name.equals("dark");
            assertThat(inks).isNotEmpty();
            assertThat(inks).extracting(SVGPath::getFill).allMatch(ink -> isLight(ink) == dark);
          }
        });
  }

  @Test
  void aFormulaHasItsSourceAsAccessibleTextAndStandsOnTheBaseline() {
    try (Stand stand = Stand.open(420, 500, new PrimerLight())) {
      stand.show(Samples.turn(1, "x", Samples.complete("a $y$ b")));
      FormulaNode formula = stand.nodes(FormulaNode.class, node -> true).getFirst();
      assertThat(formula.getAccessibleText()).isEqualTo("$y$");
      double baseline = FxThread.call(formula::getBaselineOffset);
      assertThat(baseline).isBetween(4.0, 12.0).isLessThan(formula.getHeight());
    }
  }

  @Test
  void aFormulaWiderThanThePaneScrollsSideways() {
    try (Stand stand = Stand.open(300, 500, new PrimerLight())) {
      String wide = "$$ " + "a + ".repeat(40) + "b $$";
      stand.show(Samples.turn(1, "x", Samples.complete(wide)));
      ScrollPane scroll =
          stand
              .nodes(ScrollPane.class, node -> node.getStyleClass().contains("formula-scroll"))
              .getFirst();
      assertThat(scroll.getContent().getBoundsInParent().getWidth())
          .isGreaterThan(scroll.getViewportBounds().getWidth());
      assertThat(scroll.isFocusTraversable()).isTrue();
    }
  }

  @Test
  void aFormulaOnALineOfItsOwnStandsInItWhateverItsWidth() {
    String formula =
        """
        A matrix:

        $$
        A = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}, \\qquad \\det A = ad - bc
        $$

        And what follows.
        """;
    try (Stand stand = Stand.open(319, 556, new PrimerLight())) {
      stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text("A matrix:"))));
      stand.update(1, Samples.complete(formula));
      FormulaNode set = stand.nodes(FormulaNode.class, node -> true).getFirst();
      Region line =
          stand.nodes(Region.class, node -> node.getStyleClass().contains("paragraph-box")).stream()
              .filter(box -> isIn(set, box))
              .findFirst()
              .orElseThrow();
      Bounds place = FxThread.call(() -> set.localToScene(set.getLayoutBounds()));
      Bounds room = FxThread.call(() -> line.localToScene(line.getLayoutBounds()));
      assertThat(place.getMinY()).isGreaterThanOrEqualTo(room.getMinY());
      assertThat(place.getMaxY()).isLessThanOrEqualTo(room.getMaxY());
    }
  }

  private static boolean isIn(Node node, Node box) {
    return node != null && (node == box || isIn(node.getParent(), box));
  }

  /** T06. */
  @Test
  void hiddenCharactersShowInFormulasLinksAndTables() {
    try (Stand stand = Stand.open(420, 500, new PrimerLight())) {
      String text =
          "$a\u202Eb$ [l\u200Bk](https://a.example) `c\u2066d`\n\n| e\uD83D |\n|---|\n| f\u200Dg |";
      stand.show(Samples.turn(1, "x", Samples.complete(text)));
      assertThat(stand.text())
          .contains("$a‹U+202E›b$", "l‹U+200B›k", "c‹U+2066›d", "e‹U+D83D›", "f‹U+200D›g");
    }
  }

  /** T05. */
  @Test
  void aLineThatWasCutForItsLengthIsCopiedWhole() {
    try (Stand stand = Stand.open(420, 500, new PrimerLight())) {
      String line = "word ".repeat(9_000) + "x".repeat(30_000);
      stand.show(Samples.turn(1, "x", Samples.complete(line)));
      assertThat(stand.text()).contains(line);
    }
  }

  @Test
  void aTableIsOneBeforeItsSecondLineIsWhole() {
    try (Stand stand = Stand.open(420, 500, new PrimerLight())) {
      String table = "Look:\n\n| Place | Range |\n|---|---:|\n";
      for (int end = "Look:\n\n| P".length(); end <= table.length(); end++) {
        String text = table.substring(0, end);
        stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text(text))));
        assertThat(stand.text()).doesNotContain("|");
      }
    }
  }

  @Test
  void aTableThatNeverCameIsShownAsWritten() {
    try (Stand stand = Stand.open(420, 500, new PrimerLight())) {
      stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text("| Place | Ra"))));
      assertThat(stand.text()).contains("Place\tRa");
      stand.show(Samples.turn(1, "x", Samples.complete("| Place | Ra")));
      assertThat(stand.text()).contains("| Place | Ra");
    }
  }

  private static boolean isLight(Paint ink) {
    return ((Color) ink).getBrightness() > 0.5;
  }
}
