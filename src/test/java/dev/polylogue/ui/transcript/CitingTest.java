package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import java.util.List;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marks in the words that lead to the sources of a reply. */
class CitingTest {
  private static final List<Part.Citation> TWO =
      List.of(
          new Part.Citation("https://sea.example/tides", "What causes tides?"),
          new Part.Citation("https://moon.example", null));

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Snapshot cited(ReplyState state, List<Part.Citation> citations, String text) {
    return Samples.cited(1, state, Samples.GOOD, Samples.TIMED, citations, Samples.text(text));
  }

  private List<String> marks() {
    return stand.nodes(Hyperlink.class, link -> link.getStyleClass().contains("citation")).stream()
        .map(Hyperlink::getText)
        .toList();
  }

  @Test
  void aMarkThatNamesASourceLeadsToIt() {
    stand.show(
        Samples.turn(
            1,
            "x",
            cited(ReplyState.COMPLETE, TWO, "The moon pulls[1][2], 【2†source】 and [1, 2].")));
    assertThat(marks()).containsExactly("1", "2", "2", "1", "2");
    assertThat(stand.text()).contains("The moon pulls[1][2], 【2†source】 and [1, 2].");
    Hyperlink second = stand.nodes(Hyperlink.class, link -> link.getText().equals("2")).getFirst();
    assertThat(second.getAccessibleText()).isEqualTo("Source 2: moon.example");
    FxThread.run(second::fire);
    assertThat(stand.opened).containsExactly("https://moon.example");
  }

  @Test
  void aMarkThatNamesNothingAndCodeStayAsTheyAre() {
    String text = "Not [3], not [1, 9], not `a[1]`.\n\n```\nb[2]\n```\n";
    stand.show(Samples.turn(1, "x", cited(ReplyState.COMPLETE, TWO, text)));
    assertThat(marks()).isEmpty();
    stand.show(Samples.turn(2, "x", cited(ReplyState.COMPLETE, List.of(), "See [1].")));
    assertThat(marks()).isEmpty();
  }

  @Test
  void aLinkToASourceIsNumberedToo() {
    String text = "See [the moon](https://moon.example/) and [[1]](https://sea.example/tides).";
    stand.show(Samples.turn(1, "x", cited(ReplyState.COMPLETE, TWO, text)));
    assertThat(marks()).containsExactly("2", "1");
    assertThat(stand.text()).contains("See the moon and [1].");
  }

  @Test
  void sourcesThatComeAfterTheWordsAreTiedToThemAtTheEnd() {
    String text = "First [1].\n\nSecond [2].\n\n| a |\n|---|\n| b [1] |\n\nEnd.";
    stand.show(Samples.turn(1, "x", cited(ReplyState.STREAMING, List.of(), text)));
    assertThat(marks()).isEmpty();
    stand.update(1, cited(ReplyState.STREAMING, TWO, text));
    stand.update(1, cited(ReplyState.COMPLETE, TWO, text));
    assertThat(marks()).containsExactly("1", "2", "1");
    assertThat(stand.text()).contains("First [1].", "Second [2].", "b [1]");
  }
}
