package dev.polylogue.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T05: what a text costs grows with its length, whatever stands in it. */
class HostileMarkdownTest {
  private static final int LENGTH = 25_000;
  private static final int TIMES = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "[",
        "![",
        "*",
        "_a ",
        "*a **b ",
        "`",
        "``a ",
        "<",
        "&",
        "- ",
        "1. ",
        "[a](",
        "[a]: ",
        "]",
        "[]",
        "\\",
        "~~a",
        "|",
        "|a",
        "<a ",
        "<!--",
        "a\n",
        "> a\n",
        "- a\n",
        "|-|\n",
        "#\n",
        "![[]()",
        "(",
        "[a][b]",
        "$",
        "$$",
        "$a ",
        "$$a ",
        "\\(",
        "\\( a",
        "\\[",
        "\\[a ",
        "$$\n",
        "\\[\n",
        "$$a\n",
        "x $$\n$$ y\n",
        "http://",
        "a@",
        "www.",
        "a@b.c ",
        "[a]: /b\n"
      })
  void aTextOfOneThingCostsTimeInProportion(String piece) {
    String small = piece.repeat(LENGTH / piece.length());
    String large = small.repeat(TIMES);
    IncrementalMarkdown.parse(small);
    long one = quickest(small);
    long four = quickest(large);
    assertThat(four).isLessThan(TIMES * TIMES / 2 * one + 200_000_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 2_000})
  void deepListsStayShallow(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.repeat("  ", i).append("- item ").append(i).append('\n');
    }
    assertThat(depth(IncrementalMarkdown.parse(text.toString()))).isLessThan(64);
  }

  @Test
  void aParagraphOfVeryManyLinesIsPlainFromSomeLineOn() {
    List<Block> blocks = IncrementalMarkdown.parse("(*a*\n".repeat(5_000) + "\nafter");
    assertThat(blocks).hasSize(3);
    assertThat(((Block.Literal) blocks.get(1)).text())
        .endsWith("(*a*\n(*a*")
        .hasSize(4_500 * 5 - 1);
    assertThat(blocks.getLast()).isEqualTo(new Block.Paragraph(List.of(Span.plain("after"))));
  }

  @Test
  void aBlockOfTooManyBracketsIsPlainAndItsNeighboursAreNot() {
    String text = "[a](b)\n\n" + "![[]()".repeat(5_000) + "\n\n[c](d)\n";
    List<Block> blocks = IncrementalMarkdown.parse(text);
    assertThat(blocks)
        .containsExactly(
            new Block.Paragraph(List.of(new Span("a", Set.of(), "b"))),
            new Block.Paragraph(List.of(Span.plain("![[]()".repeat(5_000)))),
            new Block.Paragraph(List.of(new Span("c", Set.of(), "d"))));
  }

  private static int depth(List<Block> blocks) {
    int deepest = 0;
    for (Block block : blocks) {
      int inside =
          switch (block) {
            case Block.Quote quote -> depth(quote.blocks());
            case Block.Listing list ->
                list.items().stream().mapToInt(item -> depth(item.blocks())).max().orElse(0);
            case Block.Paragraph p -> 0;
            case Block.Heading h -> 0;
            case Block.Code c -> 0;
            case Block.Formula f -> 0;
            case Block.Table t -> 0;
            case Block.Rule r -> 0;
            case Block.Literal l -> 0;
          };
      deepest = Math.max(deepest, inside + 1);
    }
    return deepest;
  }

  private static long quickest(String text) {
    return IntStream.range(0, 3)
        .mapToLong(
            round -> {
              long start = System.nanoTime();
              IncrementalMarkdown.parse(text);
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }
}
