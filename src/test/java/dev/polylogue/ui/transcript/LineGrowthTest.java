package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.fxmisc.richtext.SelectionPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While a reply comes, the words of its last line grow where they stand. */
class LineGrowthTest {
  private static final String RICH =
      """
      Twice a day the sea *rises* and **falls**, as if it were breathing, with `code` and a
      [link](https://example.org/) that goes on, and ~~what~~ is struck out. $e^x$ is a formula,
      and gravity gets weaker with distance.

      - Near side: pulled the **most**
        1. nested, and long enough that it wraps at the width of the pane

      > The moon pulls; the *water* follows.

      ```java
      int hour = 12; // noon
      ```

      שלום **עולם** and the end.
      """;

  private static final KeyEvent SHIFT_END =
      new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, true, false, false, false);

  private final Stand stand = Stand.open(420, 640, new PrimerLight());

  @AfterEach
  void close() {
    stand.close();
  }

  private static Snapshot streaming(String text) {
    return Samples.reply(
        1,
        ReplyState.STREAMING,
        Outcome.NONE,
        new Timing(null, 1_200L, 2_300L, null),
        Samples.text(text));
  }

  private void stream(String text) {
    stand.update(1, streaming(text));
  }

  private void begin(String text) {
    stand.show(Samples.turn(1, "Ask me", streaming(text)));
  }

  private Region line(String words) {
    return stand
        .nodes(Region.class, node -> isLine(node) && words(node).contains(words))
        .getFirst();
  }

  private static boolean isLine(Node node) {
    return node.getStyleClass().contains("paragraph-box");
  }

  private static String words(Node line) {
    StringBuilder words = new StringBuilder();
    line.lookupAll(".words").forEach(text -> words.append(((Text) text).getText()));
    return words.toString();
  }

  /** What stands on screen: the words of each line, how they are styled, and where. */
  private static List<String> seen(Stand stand) {
    return stand.nodes(Region.class, LineGrowthTest::isLine).stream()
        .map(line -> FxThread.call(() -> seen(line)))
        .sorted()
        .toList();
  }

  private static String seen(Region line) {
    StringBuilder seen =
        new StringBuilder("%05.0f %.1f high".formatted(line.getLayoutY(), line.getHeight()));
    for (Node node : line.lookupAll(".words")) {
      Text text = (Text) node;
      seen.append(
          " [%s %s %s %s]"
              .formatted(text.getText(), text.getStyleClass(), text.getFont(), text.getFill()));
    }
    return seen.toString();
  }

  @Test
  void whatHasGrownLooksAsIfItHadComeAtOnce() {
    begin(RICH.substring(0, 5));
    for (int length = 19; length < RICH.length() + 19; length += 19) {
      String text = RICH.substring(0, Math.min(length, RICH.length()));
      stream(text);
      try (Stand whole = Stand.open(420, 640, new PrimerLight())) {
        whole.show(Samples.turn(1, "Ask me", streaming(text)));
        assertThat(seen(stand)).as("after %s", text).isEqualTo(seen(whole));
        assertThat(stand.text()).isEqualTo(whole.text());
      }
    }
  }

  @Test
  void aLineKeepsItsCellAsWordsComeToIt() {
    begin("Twice a day");
    Region before = line("Twice a day");
    stream("Twice a day the sea *rises* and");
    assertThat(line("Twice a day the sea rises and")).isSameAs(before);
    stream("Twice a day the sea *rises* and falls.\n\n- And so on");
    assertThat(line("Twice a day the sea rises and falls.")).isSameAs(before);
  }

  @Test
  void emphasisThatTurnsUpLaterStylesTheWordsThatStand() {
    begin("The sea **rises");
    stream("The sea **rises** and");
    List<Text> strong = stand.nodes(Text.class, text -> text.getText().equals("rises"));
    assertThat(strong)
        .singleElement()
        .satisfies(text -> assertThat(text.getFont().getStyle()).contains("Bold"));
  }

  @Test
  void selectedWordsThatHaveGrownAreLitToTheirEnd() {
    begin("Twice");
    stream("Twice a day the sea rises");
    select("Twice", 25);
    assertThat(lit()).isCloseTo(end("Twice a day the sea rises"), within(2.0));
  }

  @Test
  void wordsThatComeWhileSomethingIsSelectedCanBeSelectedToo() {
    begin("Twice");
    select("Twice", 2);
    stream("Twice a day the sea rises");
    select("Twice", 25);
    assertThat(lit()).isCloseTo(end("Twice a day the sea rises"), within(2.0));
  }

  @Test
  void keysMoveOverWordsThatHaveGrown() {
    begin("Twice");
    stream("Twice a day the sea rises");
    select("Twice", 0);
    FxThread.run(() -> Event.fireEvent(stand.area(), SHIFT_END));
    assertThat(FxThread.call(() -> stand.area().getSelectedText()))
        .isEqualTo("Twice a day the sea rises");
  }

  private void select(String from, int length) {
    FxThread.run(
        () -> {
          int start = stand.area().getText().indexOf(from);
          stand.area().selectRange(start, start + length);
        });
    stand.settle();
  }

  /** Where what is lit ends. */
  private double lit() {
    return stand.nodes(SelectionPath.class, path -> !path.getElements().isEmpty()).stream()
        .mapToDouble(path -> right(path))
        .max()
        .orElseThrow();
  }

  private double end(String words) {
    return right(stand.nodes(Text.class, text -> text.getText().equals(words)).getFirst());
  }

  private static double right(Node node) {
    return FxThread.call(() -> node.localToScene(node.getBoundsInLocal()).getMaxX());
  }
}
