package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.FxThread;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.fxmisc.richtext.SelectionPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from right to left is laid out at every width: breaking a run of it fails in JavaFX 26. */
class RightToLeftTranscriptTest {
  private static final String HEBREW =
      "הירח מושך את המים של הים אליו. כך נוצרת הגאות. השמש עוזרת קצת גם היא לירח, 1,000 פעמים.";
  private static final String ARABIC =
      "القمر يجذب مياه البحر نحوه وهكذا يحدث المد والجزر في كل يوم مرتين تقريبا";

  private static final String MIXED =
      "هذه فقرة طويلة **عريضة** مع و`code` وأرقام 123 و English words";

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  /** A failure of the layout is thrown here. */
  private void layOutAtEveryWidth() {
    for (int width = 700; width > 300; width -= 57) {
      int wide = width;
      FxThread.run(
          () -> {
            stand.view.getScene().getWindow().setWidth(wide);
            stand.view.resize(wide, 500);
            stand.view.applyCss();
            stand.view.layout();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEBREW,
        ARABIC,
        "In Hebrew: " + HEBREW + " And so on, in one paragraph.",
        "**" + HEBREW + "**\n\n> " + ARABIC + "\n\n1. " + HEBREW,
        "| a | b |\n|---|---|\n| " + HEBREW + " | " + ARABIC + " |",
        "```\n" + HEBREW + " " + ARABIC + "\n```",
      })
  void itIsLaidOutAtEveryWidth(String answer) {
    stand.show(Samples.turn(1, HEBREW, Samples.complete(answer)));
    layOutAtEveryWidth();
    assertThat(stand.text()).contains("הירח מושך את המים של הים אליו.");
  }

  private static double left(Node words) {
    return words.localToScene(words.getLayoutBounds()).getMinX();
  }

  /** Where the first word of a line stands: at the right where it is read from there. */
  @Test
  void aLineBeginsAtTheSideFromWhichItIsRead() {
    stand.show(
        Samples.turn(1, "?", Samples.streaming(Samples.text("1,000 "))),
        Samples.turn(2, ARABIC, Samples.complete("Tides. הירח")));
    stand.update(1, Samples.streaming(Samples.text("1,000 הירח")));
    layOutAtEveryWidth();

    double middle = stand.view.getWidth() / 2;
    List<Text> moons = stand.nodes(Text.class, text -> text.getText().contains("הירח"));
    assertThat(moons).hasSize(2);
    assertThat(left(moons.getFirst())).isGreaterThan(middle);
    assertThat(left(moons.getLast())).as("Latin comes first there").isLessThan(middle);
    Text day = stand.nodes(Text.class, text -> text.getText().contains("القمر")).getFirst();
    assertThat(left(day)).isGreaterThan(middle);
  }

  /** The room behind the last word of a row stands at its left, and would push it out. */
  @Test
  void nothingOfALineThatIsReadFromTheRightIsCutOffThere() {
    stand.show(Samples.turn(1, "?", Samples.complete((MIXED + " ").repeat(6))));
    for (int width = 500; width > 340; width -= 7) {
      int wide = width;
      FxThread.run(() -> stand.view.getScene().getWindow().setWidth(wide));
      stand.settle();
      double edge = FxThread.call(() -> right(stand.area().flow()));
      assertThat(stand.nodes(Text.class, text -> MIXED.contains(text.getText().strip())))
          .isNotEmpty()
          .allSatisfy(
              words -> assertThat(FxThread.call(() -> right(words))).isLessThanOrEqualTo(edge));
    }
  }

  @Test
  void aSelectionEndsAtItsLastWordAlsoWhereLinesAreReadFromTheRight() {
    stand.show(Samples.turn(1, "?", Samples.complete((ARABIC + " ").repeat(3))));
    FxThread.run(
        () -> {
          int start = stand.area().getText().indexOf(ARABIC);
          stand.area().selectRange(start, start + 3 * ARABIC.length() - 5);
        });
    stand.settle();
    List<PathElement> lit =
        stand
            .nodes(SelectionPath.class, path -> !path.getElements().isEmpty())
            .getLast()
            .getElements();
    List<MoveTo> rows =
        lit.stream().filter(MoveTo.class::isInstance).map(MoveTo.class::cast).toList();
    double last = rows.stream().mapToDouble(MoveTo::getY).max().orElseThrow();
    assertThat(rows.stream().filter(row -> row.getY() < last))
        .as("whole rows")
        .anySatisfy(row -> assertThat(row.getX()).isLessThan(1));
    assertThat(rows.stream().filter(row -> row.getY() == last))
        .as("the last row")
        .allSatisfy(row -> assertThat(row.getX()).isGreaterThan(10));
  }

  private static double right(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMaxX();
  }

  @Test
  void itIsLaidOutWhileItStreams() {
    stand.show(Samples.turn(1, "?", Samples.streaming(Samples.text("القمر"))));
    for (int end = 6; end <= ARABIC.length(); end += 5) {
      stand.update(1, Samples.streaming(Samples.text(ARABIC.substring(0, end))));
      layOutAtEveryWidth();
    }
    stand.update(1, Samples.complete(ARABIC));
    layOutAtEveryWidth();
    assertThat(stand.text()).contains(ARABIC);
  }

  @Test
  void theWordsOfAProviderAreLaidOutToo() {
    Failure failure = Failure.of(FailureKind.SERVER, HEBREW + " " + ARABIC);
    stand.show(
        Samples.turn(
            1,
            "?",
            Samples.reply(1, ReplyState.FAILED, Outcome.NONE.with(failure), Samples.TIMED)));
    layOutAtEveryWidth();
    assertThat(stand.text()).contains(ARABIC);
  }
}
