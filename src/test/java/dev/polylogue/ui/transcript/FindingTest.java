package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private final PaneSearch search = new PaneSearch(TEXTS);

  private static Needle needle(String words) {
    return new Needle(words, false, false);
  }

  private static TranscriptTurn answer(String markdown) {
    return Samples.turn(1, "Why does the sea rise?", Samples.complete(markdown));
  }

  @Test
  void wordsAreFoundAsTheyAreShown() {
    TranscriptTurn turn = answer("The **S**ea.\n\n```\nsea();\n```\n\n|sea|b|\n|-|-|\n|1|the sea|");
    PaneSearch.Found found = search.search(List.of(turn), needle("sea"));
    assertThat(found.count()).as("prompt, words, code, two cells").isEqualTo(5);
    assertThat(found.hits().getFirst().passage()).isEqualTo(Hit.PROMPT);
    assertThat(found.hits().getLast().inner()).isEqualTo(1);
    assertThat(search.search(List.of(turn), needle("**")).count()).isZero();
  }

  @Test
  void caseAndWholeWordsCountWhenAsked() {
    List<TranscriptTurn> turns = List.of(answer("Sea sea seaside sea_level Überseas"));
    assertThat(search.search(turns, new Needle("Sea", true, false)).count()).isEqualTo(1);
    assertThat(search.search(turns, new Needle("sea", false, true)).count()).isEqualTo(3);
    assertThat(search.search(turns, needle("ÜBER")).count()).isEqualTo(1);
    assertThat(search.search(turns, needle("a.*b")).count()).isZero();
  }

  @Test
  void whatGrowsIsSearchedAgainAndThoughtsToo() {
    TranscriptTurn half =
        Samples.turn(1, "x", Samples.streaming(Samples.thought("the moon", 100L)));
    TranscriptTurn more =
        Samples.turn(
            1,
            "x",
            Samples.streaming(Samples.thought("the moon", 100L), Samples.text("A moon, a moon")));
    assertThat(search.search(List.of(half), needle("moon")).count()).isEqualTo(1);
    assertThat(search.search(List.of(more), needle("moon")).count()).isEqualTo(3);
    assertThat(search.search(List.of(), needle("moon")).count()).isZero();
  }

  @Test
  void whatIsFoundIsMarkedAndAThoughtOpensWhenItIsGoneTo() {
    try (Stand stand = Stand.open(420, 400, new PrimerLight())) {
      String filler = "Some other words in between.\n\n".repeat(40);
      TranscriptTurn turn =
          Samples.turn(
              1,
              "x",
              Samples.reply(
                  1,
                  dev.polylogue.conversation.ReplyState.COMPLETE,
                  Samples.GOOD,
                  Samples.TIMED,
                  Samples.thought("a hidden pearl", 100L),
                  Samples.text(
                      "first pearl\n\n" + filler + "|pearl|b|\n|-|-|\n|1|pearl|\n\n`pearl`")));
      stand.show(turn);
      PaneSearch.Found found = search.search(List.of(turn), needle("pearl"));
      assertThat(found.count()).isEqualTo(5);
      TranscriptReader reader = stand.view.reader();
      FxThread.run(() -> reader.mark(needle("pearl"), null));
      FxThread.frames(3);
      assertThat(FxThread.call(() -> reader.highlights().count()))
          .as("two cells and a word at the end")
          .isEqualTo(3);
      Hit hidden = found.hits().getFirst();
      FxThread.run(
          () -> {
            reader.mark(needle("pearl"), hidden);
            reader.reveal(hidden);
          });
      stand.settle();
      FxThread.frames(5);
      assertThat(stand.text()).contains("a hidden pearl");
      assertThat(FxThread.call(() -> reader.highlights().count())).isEqualTo(2);
      assertThat(FxThread.call(() -> stand.view.lookupAll(".found-here").size())).isEqualTo(1);
    }
  }
}
