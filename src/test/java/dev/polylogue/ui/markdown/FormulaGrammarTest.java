package dev.polylogue.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas, and what looks like them. */
class FormulaGrammarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It costs $5 and $10.",
        "between $5k-$10k or US$5 and CA$7",
        "either $5, or 5$ more",
        "$ a $ and $a $ and $ a$",
        "an open $x and no more",
        "$HOME/bin:$PATH",
        "$$ open",
        "$$$ and $$$$",
        "see \\\\(this\\\\)",
        "half \\( open",
        "\\[Insert name\\] here",
        "as shown in \\[1\\] and \\[2, 3\\]"
      })
  void wordsAreNoFormulas(String text) {
    assertThat(spans(text + " ")).noneMatch(FormulaGrammarTest::isFormula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a $x^2$ b;x^2;false",
        "a \\(x*y*z\\) b;x*y*z;false",
        "a $$x$$ b;x;true",
        "a \\[x\\] b;x;true",
        "so $`x_1`$ is;x_1;false",
        "costs \\$5 or $n$;n;false",
        "**bold $a*b$ text**;a*b;false",
        "a \\(b \\\\ c\\) d;b \\\\ c;false"
      })
  void eachKindOfDelimiterMakesOne(String text, String tex, boolean display) {
    Span formula =
        spans(text).stream().filter(FormulaGrammarTest::isFormula).findFirst().orElseThrow();
    assertThat(formula.tex()).isEqualTo(tex);
    assertThat(formula.marks().contains(Span.Mark.DISPLAY)).isEqualTo(display);
  }

  @Test
  void codeKeepsItsDollars() {
    assertThat(spans("`$a$` and ``\\(b\\)``")).noneMatch(FormulaGrammarTest::isFormula);
    assertThat(IncrementalMarkdown.parse("```\n$$\na\n$$\n```\n"))
        .containsExactly(new Block.Code("", "$$\na\n$$"));
    assertThat(IncrementalMarkdown.parse("```latex\n\\alpha\n```\n"))
        .containsExactly(new Block.Code("latex", "\\alpha"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$\nx=1\n$$",
        "\\[\nx=1\n\\]",
        "$$x=1$$",
        "  \\[ x=1 \\].",
        "$$x\n=1$$",
        "\\[x\n=1\\]",
        "```math\nx=1\n```"
      })
  void aFormulaOnLinesOfItsOwnIsABlockAndCopiesAsWritten(String text) {
    List<Block> blocks = IncrementalMarkdown.parse("before\n" + text + "\nafter");
    assertThat(blocks).hasSize(3);
    Block.Formula formula = (Block.Formula) blocks.get(1);
    assertThat(formula.isWhole()).isTrue();
    assertThat(formula.tex().replaceAll("\\s", "")).isEqualTo("x=1");
    assertThat(formula.source()).isEqualTo(text.strip());
  }

  @Test
  void anOpenFormulaWaitsAndDoesNotSwallowTheRest() {
    assertThat(IncrementalMarkdown.parse("$$\nx = "))
        .containsExactly(new Block.Formula("$$", "\nx = \n", ""));
    assertThat(IncrementalMarkdown.parse("$$ x\n\nwords\n")).hasSize(2);
    assertThat(IncrementalMarkdown.parse("$$\nx\n# Heading\n").getLast())
        .isEqualTo(new Block.Heading(1, List.of(Span.plain("Heading"))));
  }

  @Test
  void bareAddressesAreLinks() {
    assertThat(spans("See https://a.example/b, www.c.example and me@d.example."))
        .extracting(Span::address)
        .containsExactly(
            null,
            "https://a.example/b",
            null,
            "http://www.c.example",
            null,
            "mailto:me@d.example",
            null);
    assertThat(spans("`https://a.example`"))
        .contains(new Span("https://a.example", Set.of(Span.Mark.CODE), null));
  }

  private static boolean isFormula(Span span) {
    return span.marks().contains(Span.Mark.FORMULA);
  }

  private static List<Span> spans(String text) {
    return ((Block.Paragraph) IncrementalMarkdown.parse("words " + text).getFirst()).spans();
  }
}
