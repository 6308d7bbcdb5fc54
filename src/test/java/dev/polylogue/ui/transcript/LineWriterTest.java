package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineWriterTest {

  @Test
  void deepQuotesLeaveTheirWordsRoomInANarrowPane_T05() {
    LineWriter writer = new LineWriter(List.of());
    quote(writer, 60);
    assertThat(writer.lines()).hasSize(1);
    assertThat(writer.lines().getFirst().style().margins().stream().mapToInt(Margin::width).sum())
        .isBetween(48, 160);
  }

  @Test
  void aLineThatIsCutForItsLengthSaysSoAndIsCopiedAsOne_T05() {
    String words = "the moon pulls the sea and ".repeat(1_000);
    String letters = "x".repeat(10_000);
    LineWriter writer = new LineWriter(List.of());
    writer.line(Look.BODY, Edge.NONE, 0, LineWriter.runs(words + letters, TextStyle.PLAIN));
    List<Line> lines = writer.lines();
    assertThat(lines).hasSizeGreaterThan(8);
    assertThat(lines).allMatch(line -> line.text().length() <= LineWriter.LONGEST);
    assertThat(begins(lines.getFirst())).isFalse();
    assertThat(lines.subList(1, lines.size())).allMatch(LineWriterTest::begins);
    assertThat(PlainText.of(lines)).isEqualTo(words + letters);
  }

  @Test
  void aLineOfVeryManyRunsIsCutToo_T05() {
    String words = "word \uD83D ".repeat(1_000);
    LineWriter writer = new LineWriter(List.of());
    writer.line(Look.BODY, Edge.NONE, 0, LineWriter.runs(words, TextStyle.PLAIN));
    assertThat(writer.lines()).allMatch(line -> line.runs().size() <= LineWriter.MOST_RUNS);
    assertThat(PlainText.of(writer.lines())).isEqualTo(Hygiene.visible(words));
  }

  @Test
  void aControlThatStandsWhereALineIsCutIsThereOnce_T05() {
    LineWriter writer = new LineWriter(List.of());
    Run control = new Run(new Segment.Placed(new RuleWidget(0)), TextStyle.PLAIN);
    writer.line(
        Look.BODY,
        Edge.NONE,
        0,
        List.of(Run.words("x".repeat(LineWriter.LONGEST), TextStyle.PLAIN), control));
    assertThat(writer.lines().stream().flatMap(line -> line.runs().stream()))
        .containsOnlyOnce(control);
  }

  /** Whether a line begins with the mark that it goes on from the one above. */
  private static boolean begins(Line line) {
    return line.runs().getFirst().segment() instanceof Segment.Placed placed
        && placed.widget() instanceof GoesOn;
  }

  @Test
  void itemsTooDeepToBeIndentedKeepTheirMarks_T05() {
    LineWriter writer = new LineWriter(List.of());
    list(writer, 60);
    assertThat(writer.lines()).hasSize(60);
    for (Line line : writer.lines()) {
      assertThat(line.style().margins().getLast().mark()).isEqualTo("-");
      assertThat(line.style().margins().stream().mapToInt(Margin::width).sum()).isLessThan(160);
    }
  }

  private static void list(LineWriter writer, int deeper) {
    if (deeper > 0) {
      writer.inside(
          Margin.mark("-", 1),
          Margin.room(1),
          () -> {
            writer.line(Look.BODY, Edge.NONE, 0, LineWriter.runs("words", TextStyle.PLAIN));
            list(writer, deeper - 1);
          });
    }
  }

  private static void quote(LineWriter writer, int deeper) {
    if (deeper == 0) {
      writer.line(Look.BODY, Edge.NONE, 0, LineWriter.runs("words", TextStyle.PLAIN));
    } else {
      writer.inside(Margin.bar(true), Margin.bar(false), () -> quote(writer, deeper - 1));
    }
  }
}
