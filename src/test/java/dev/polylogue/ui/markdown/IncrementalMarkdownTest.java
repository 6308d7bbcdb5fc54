package dev.polylogue.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalMarkdownTest {

  @ParameterizedTest
  @ValueSource(strings = {"showcase", "awkward", "crlf", "formulas"})
  void everyPrefixHasTheBlocksOfAFullParse(String name) {
    String text = corpus(name);
    IncrementalMarkdown growing = new IncrementalMarkdown();
    List<Block> blocks = new ArrayList<>();
    for (int end = 0; end <= text.length(); end++) {
      apply(growing.update(text.substring(0, end)), blocks);
      assertThat(blocks)
          .as("the first %d characters of %s", end, name)
          .isEqualTo(IncrementalMarkdown.parse(text.substring(0, end)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"showcase", "awkward", "crlf", "formulas"})
  void everySplitInTwoHasTheBlocksOfAFullParse(String name) {
    String text = corpus(name);
    List<Block> whole = IncrementalMarkdown.parse(text);
    for (int split = 0; split <= text.length(); split++) {
      IncrementalMarkdown growing = new IncrementalMarkdown();
      List<Block> blocks = new ArrayList<>();
      apply(growing.update(text.substring(0, split)), blocks);
      apply(growing.update(text), blocks);
      assertThat(blocks).as("split at %d", split).isEqualTo(whole);
    }
  }

  @Test
  void shuffledLinesInPiecesHaveTheBlocksOfAFullParse() {
    Random random = new Random(20261122);
    List<String> lines = new ArrayList<>();
    for (String name : List.of("showcase", "awkward", "formulas")) {
      lines.addAll(corpus(name).lines().toList());
    }
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 25; i++) {
        text.append(lines.get(random.nextInt(lines.size()))).append('\n');
      }
      IncrementalMarkdown growing = new IncrementalMarkdown();
      List<Block> blocks = new ArrayList<>();
      int end = 0;
      while (end < text.length()) {
        end = Math.min(text.length(), end + 1 + random.nextInt(12));
        apply(growing.update(text.substring(0, end)), blocks);
        assertThat(blocks)
            .as("of <%s>", text.substring(0, end))
            .isEqualTo(IncrementalMarkdown.parse(text.substring(0, end)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLongTextInPiecesHasTheBlocksOfAFullParse(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<String> parts = new ArrayList<>();
    for (String name : List.of("showcase", "awkward", "formulas")) {
      parts.addAll(List.of(corpus(name).split("\n\n")));
    }
    for (int i = 0; i < 300; i++) {
      text.append(parts.get(random.nextInt(parts.size()))).append("\n\n");
    }
    IncrementalMarkdown growing = new IncrementalMarkdown();
    List<Block> blocks = new ArrayList<>();
    int end = 0;
    while (end < text.length()) {
      end = Math.min(text.length(), end + 1 + random.nextInt(200));
      apply(growing.update(text.substring(0, end)), blocks);
      assertThat(blocks)
          .as("the first %d characters", end)
          .isEqualTo(IncrementalMarkdown.parse(text.substring(0, end)));
    }
  }

  @Test
  void aParagraphOfVeryManyLinesInPiecesIsThatOfAFullParse() {
    String text = "(words*\n".repeat(510) + "- item\n\nafter *all*";
    IncrementalMarkdown growing = new IncrementalMarkdown();
    List<Block> blocks = new ArrayList<>();
    for (int end = 7; end <= text.length(); end += 7) {
      apply(growing.update(text.substring(0, end)), blocks);
      assertThat(blocks).isEqualTo(IncrementalMarkdown.parse(text.substring(0, end)));
    }
  }

  @Test
  void finishedBlocksAreNotParsedAgain() {
    IncrementalMarkdown growing = new IncrementalMarkdown();
    StringBuilder text = new StringBuilder();
    int widest = 0;
    for (int i = 0; i < 2_000; i++) {
      text.append("Paragraph ").append(i).append(" with *some* words.\n\n");
      growing.update(text);
      widest = Math.max(widest, growing.openLength(text));
    }
    assertThat(widest).isLessThan(200);
  }

  private static void apply(IncrementalMarkdown.Change change, List<Block> blocks) {
    blocks.subList(change.kept(), blocks.size()).clear();
    blocks.addAll(change.fresh());
  }

  static String corpus(String name) {
    try (InputStream in =
        IncrementalMarkdownTest.class.getResourceAsStream("/markdown/" + name + ".md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
