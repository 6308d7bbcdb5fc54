package dev.polylogue.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.formula.Setting.Outlines;
import dev.polylogue.ui.formula.Setting.Reason;
import dev.polylogue.ui.formula.Setting.Refused;
import dev.polylogue.ui.formula.Setting.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  private final Formulas formulas = new Formulas();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2",
        "\\frac{\\partial f}{\\partial x}",
        "\\begin{align*} a &= b \\\\ c &= d \\end{align*}",
        "\\begin{equation} x \\tag{1} \\label{e} \\end{equation}",
        "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
        "\\operatorname*{argmax}_{x \\in \\mathbb{R}} \\bm{x}",
        "\\left\\lVert x \\right\\rVert \\coloneqq \\lvert y \\rvert",
        "\u03B1\u03B2\u03B3 + \\alpha"
      })
  void whatModelsWriteIsSet(String tex) {
    assertThat(formulas.set(tex, true)).isInstanceOf(Outlines.class);
  }

  @Test
  void aDescenderReachesBelowTheBaseline() {
    Outlines outlines = (Outlines) formulas.set("y", false);
    assertThat(outlines.ascent()).isBetween(0.3, 0.6);
    assertThat(outlines.descent()).isBetween(0.1, 0.3);
    assertThat(outlines.inks()).extracting(Setting.Ink::tint).containsOnly(Tint.OWN);
  }

  @Test
  void aConditionStandsApartFromWhatItIsFor() {
    double apart = width("\\begin{cases} x^2 & x > 0 \\\\ 0 & x < 0 \\end{cases}");
    double joined = width("\\begin{cases} x^2 x > 0 \\\\ 0 x < 0 \\end{cases}");
    assertThat(apart - joined).isGreaterThan(0.3);
  }

  private double width(String tex) {
    return ((Outlines) formulas.set(tex, true)).width();
  }

  @Test
  void whatLacksTheOtherHalfOfABraceIsShownAsItWasWritten() {
    assertThat(formulas.set("x_{", false)).isInstanceOf(Setting.Refused.class);
    assertThat(formulas.set("x}_2", false)).isInstanceOf(Setting.Refused.class);
    assertThat(formulas.set("\\{x_{2}", false)).isInstanceOf(Outlines.class);
  }

  @Test
  void coloursBecomeThoseThatAThemeMakesReadable() {
    Outlines outlines = (Outlines) formulas.set("a \\color{red}{b} \\textcolor{white}{c}", false);
    assertThat(outlines.inks())
        .extracting(Setting.Ink::tint)
        .containsExactly(Tint.OWN, Tint.RED, Tint.OWN);
  }

  /** T05. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\hspace{100cm}",
        "\\rule{1000cm}{1000cm}",
        "\\scalebox{10000}{x}",
        "\\hspace{-90cm}x\\hspace{95cm}"
      })
  void whatWouldCoverThePaneIsRefused(String tex) {
    assertThat(formulas.set(tex, true)).isInstanceOf(Refused.class);
  }

  /** T05. */
  @Test
  void whatIsNestedOrLongIsRefusedBeforeItIsLookedAt() {
    String nested = "\\frac{1}{".repeat(10_000) + "x" + "}".repeat(10_000);
    assertThat(formulas.set(nested, true)).isEqualTo(new Refused(Reason.LARGE));
    assertThat(formulas.set("x+".repeat(10_000), true)).isEqualTo(new Refused(Reason.LARGE));
    String open = "{".repeat(5_000);
    assertThat(formulas.set(open, true)).isEqualTo(new Refused(Reason.LARGE));
  }

  /** Nothing is read, loaded or defined: a formula leaves no trace in the next one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\includegraphics{/etc/hostname}",
        "\\input{/etc/hostname}",
        "\\def\\x{\\x\\x}\\x",
        "\\newcommand{\\x}{\\x\\x}\\x",
        "\\renewcommand{\\frac}[2]{x}\\frac12",
        "\\DeclareMathOperator{\\x}{x}",
        "\\definecolor{red}{rgb}{0,0,0}",
        "\\jlmExternalFont{Serif}",
        "\\magnification{9}",
        "\\begin{array}{*{100000}{c}}x\\end{array}",
        "\\hdotsfor{100000000}",
        "\\Roman{100000000}"
      })
  void commandsThatReachFurtherDoNothing(String tex) {
    assertThat(formulas.set(tex, true)).isEqualTo(new Refused(Reason.UNKNOWN));
    assertThat(formulas.set("\\x", true)).isEqualTo(new Refused(Reason.UNKNOWN));
  }

  @Test
  void equalFormulasAreEqual() {
    assertThat(new Formulas().set("a+b", false)).isEqualTo(formulas.set("a+b", false));
  }
}
