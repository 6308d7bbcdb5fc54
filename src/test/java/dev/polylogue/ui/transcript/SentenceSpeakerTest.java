package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceSpeakerTest {
  /** What is said when the text comes in pieces of so many characters. */
  private static List<String> said(String text, int piece) {
    SentenceSpeaker speaker = new SentenceSpeaker(new Texts(Locale.ENGLISH));
    List<String> said = new ArrayList<>();
    for (int end = piece; end < text.length(); end += piece) {
      said.addAll(speaker.hear(text.substring(0, end), false));
    }
    said.addAll(speaker.hear(text, true));
    return said;
  }

  private static void says(String text, String... sentences) {
    assertThat(said(text, 1)).as("letter by letter").containsExactly(sentences);
    assertThat(said(text, 7)).as("in pieces").containsExactly(sentences);
    assertThat(said(text, 100_000)).as("at once").containsExactly(sentences);
  }

  @Test
  void eachSentenceIsSaidOnceWhenTheNextBegins() {
    SentenceSpeaker speaker = new SentenceSpeaker(new Texts(Locale.ENGLISH));
    assertThat(speaker.hear("The moon pulls. ", false)).isEmpty();
    assertThat(speaker.hear("The moon pulls. The", false)).containsExactly("The moon pulls.");
    assertThat(speaker.hear("The moon pulls. The sea rises", false)).isEmpty();
    assertThat(speaker.hear("The moon pulls. The sea rises", true))
        .containsExactly("The sea rises");
  }

  @Test
  void numbersAndAbbreviationsEndNothing() {
    says(
        "Pi is 3.14 or so. Ask Dr. Smith, e.g. Today. See J. Doe at example.org now. End",
        "Pi is 3.14 or so.",
        "Ask Dr. Smith, e.g. Today.",
        "See J. Doe at example.org now.",
        "End");
  }

  @Test
  void anEllipsisEndsASentenceOnlyBeforeANewOne() {
    says(
        "Well... perhaps. Or not… Yes! Really?! \"Sure.\" Good",
        "Well... perhaps.",
        "Or not…",
        "Yes!",
        "Really?!",
        "\"Sure.\"",
        "Good");
  }

  @Test
  void chineseAndJapaneseNeedNoBlank() {
    says("月が引く。海が上がる！「本当？」はい。", "月が引く。", "海が上がる！", "「本当？」", "はい。");
  }

  @Test
  void codeAndTablesAreSaidInAFewWords() {
    says(
        "# Title\n\n"
            + "Look:\n\n"
            + "```python\n"
            + "a\n"
            + "b\n\n"
            + "c\n"
            + "```\n\n"
            + "|a|b|c|\n"
            + "|-|-|-|\n"
            + "|1|2|3|\n"
            + "|4|5|6|\n\n"
            + "Done **now**.",
        "Title",
        "Look:",
        "code block, python, 4 lines",
        "table, 3 columns, 2 rows",
        "Done now.");
  }

  @Test
  void itemsOfAListAreSaidOneByOne() {
    says(
        "- one\n- two [here](https://example.org)\n\n1. First. Then\n",
        "one",
        "two here",
        "First.",
        "Then");
  }
}
