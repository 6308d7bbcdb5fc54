package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.polylogue.ui.Contrast;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
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

  private static void goTo(Stand stand, Hit hit, String words) {
    FxThread.run(
        () -> {
          stand.view.reader().mark(needle(words), hit);
          stand.view.reader().reveal(hit);
        });
    stand.settle();
    FxThread.frames(5);
  }

  @Test
  void whatStandsInATableOutOfSightIsScrolledIntoView() {
    try (Stand stand = Stand.open(340, 400, new PrimerLight())) {
      TranscriptTurn turn =
          answer(
              "|first column|second column|third column|fourth column|\n|-|-|-|-|\n"
                  + "|some longer words|more longer words|longer words again|a hidden pearl|");
      stand.show(turn);
      goTo(stand, search.search(List.of(turn), needle("pearl")).hits().getFirst(), "pearl");

      Bounds mark = bounds(stand, ".found-here");
      Bounds table = bounds(stand, ".sideways");
      assertThat(mark.getMinX()).isGreaterThanOrEqualTo(table.getMinX());
      assertThat(mark.getMaxX()).isLessThanOrEqualTo(table.getMaxX());

      goTo(stand, search.search(List.of(turn), needle("some")).hits().getFirst(), "some");
      assertThat(bounds(stand, ".found-here").getMinX()).isGreaterThanOrEqualTo(table.getMinX());
    }
  }

  private static Bounds bounds(Stand stand, String style) {
    return FxThread.call(
        () -> {
          Node node = stand.view.lookup(style);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  @Test
  void ofTheFormulasOfAParagraphOnlyThoseThatMatchAreMarked() {
    try (Stand stand = Stand.open(600, 400, new PrimerLight())) {
      TranscriptTurn turn = answer("One $a+b$, two $E=mc^2$, three $x$ and $mc^2$.");
      stand.show(turn);
      goTo(stand, search.search(List.of(turn), needle("mc^2")).hits().getFirst(), "mc^2");

      assertThat(FxThread.call(() -> stand.view.lookupAll(".found").size())).isEqualTo(1);
      assertThat(FxThread.call(() -> stand.view.lookupAll(".found-here").size())).isEqualTo(1);
    }
  }

  @Test
  void aThoughtCanBeReadThroughTheMarkOfTheCurrentHit() {
    for (Theme theme : List.of(new PrimerLight(), new PrimerDark())) {
      try (Stand stand = Stand.open(420, 400, theme)) {
        TranscriptTurn turn =
            Samples.turn(1, "x", Samples.streaming(Samples.thought("a hidden pearl", 100L)));
        stand.show(turn);
        goTo(stand, search.search(List.of(turn), needle("pearl")).hits().getFirst(), "pearl");

        Shape mark = (Shape) FxThread.call(() -> stand.view.lookup(".found-here"));
        Color over = (Color) mark.getFill();
        Color words =
            (Color)
                stand
                    .nodes(Text.class, text -> text.getText().contains("pearl"))
                    .getFirst()
                    .getFill();
        Color ground = theme.isDarkMode() ? Color.web("#0d1117") : Color.WHITE;
        assertThat(
                Contrast.of(
                    ground.interpolate(over, mark.getOpacity()),
                    words.interpolate(over, mark.getOpacity())))
            .as(theme.getName())
            .isGreaterThan(4.5);
      }
    }
  }
}
