package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static void quote(LineWriter writer, int deeper) {
    if (deeper == 0) {
      writer.line(Look.BODY, Edge.NONE, 0, LineWriter.runs("words", TextStyle.PLAIN));
    } else {
      writer.inside(Margin.bar(true), Margin.bar(false), () -> quote(writer, deeper - 1));
    }
  }
}
