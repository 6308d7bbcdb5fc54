package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.IncrementalMarkdown;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private static List<Line> lines(String markdown) {
    return new MarkdownPainter(TEXTS, new Formulas(), BoxSource.UNSEEN, LineStyle.Look.BODY)
        .paint(markdown, true)
        .fresh();
  }

  private static String again(String markdown) {
    return MarkdownText.of(TEXTS, lines(markdown), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# One\n\n## Two *with* `code`\n\nwords",
        "a **bold *and slanted* end** of ~~it~~",
        "- one\n- two\n  - deeper\n\n    a second paragraph\n- three",
        "3. three\n4. four\n\n   more of four",
        "- [x] done\n- [ ] to do",
        "> quoted\n>\n> - with a list\n>\n> ```java\n> int x;\n> ```",
        "> > twice\n>\n> once",
        "```python\ndef f():\n\n    return '```'\n```\n\nafter",
        "````\n```\nfence inside\n```\n````",
        "| a | b | c |\n|---|:-:|--:|\n| 1 | **2** | `x\\|y` |\n\nend",
        "A [link](https://example.org/p?a=1&b=(2)) and ![a chart](http://127.0.0.1:9/p.png).",
        "one  \ntwo\\\nthree",
        "\\*not slanted\\* a_b_c \\_x\\_ 2 \\* 3 \\[x\\](y) \\`a\\` \\<b> 1\\. # x",
        "\\# no heading\n\n1\\. no list\n\n\\- none\n\n\\> none",
        "above\n\n---\n\nbelow",
        "`` a`b `` and ``` `` ```",
        "<div>\nraw\n</div>\n\nafter",
        "1\\.\n\n7\\. *x* and 2\\)",
        "10. ten\n\n    ```sh\n    ls\n    ```\n11. eleven"
      })
  void whatIsWrittenReadsTheSame(String markdown) {
    String written = again(markdown);
    assertThat(IncrementalMarkdown.parse(written))
        .as(written)
        .isEqualTo(IncrementalMarkdown.parse(markdown));
  }

  @Test
  void aLongTableIsOneTable() {
    StringBuilder table = new StringBuilder("|n|square|\n|--:|---|\n");
    for (int i = 0; i < 60; i++) {
      table.append("|").append(i).append("|").append(i * i).append("|\n");
    }
    assertThat(IncrementalMarkdown.parse(again(table.toString())))
        .isEqualTo(IncrementalMarkdown.parse(table.toString()));
  }

  @Test
  void tightListsStayTightAndFencesKeepTheirLanguage() {
    assertThat(again("Text:\n\n* one\n* two\n\n```java\nint x;\n```"))
        .isEqualTo("Text:\n\n- one\n- two\n\n```java\nint x;\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345.67 and 3.14",
        "see <https://example.org/a_b> and more",
        "[a title](https://example.org)"
      })
  void nothingIsEscapedOrSaidTwiceWithoutNeed(String markdown) {
    assertThat(again(markdown)).isEqualTo(markdown);
  }

  @Test
  void theHeadOfABlockWithoutItsCodeIsNoBlock() {
    List<Line> lines = lines("Text:\n\n```java\nint x;\n```");
    assertThat(MarkdownText.of(TEXTS, lines.subList(0, 2), "")).isEqualTo("Text:");
  }

  @Test
  void aLineOfCodeAloneIsCodeAmongWords() {
    Line line = lines("```java\nint x;\n```").get(1);
    assertThat(MarkdownText.of(TEXTS, List.of(line), "java")).isEqualTo("`int x;`");
  }
}
