package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.polylogue.run.Passage;
import dev.polylogue.ui.FxThread;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.fxmisc.richtext.TextExt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of code and tables on screen. */
class BoxesTest {
  private static final String CODE =
      "```java\nint x = 1; // one\n" + "call(" + "a, ".repeat(60) + "z);\n```\n";

  private static final String WIDE =
      row("c%d", 30) + row("---", 30) + row("a fairly long value %d", 30);

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static String row(String cell, int columns) {
    return IntStream.rangeClosed(1, columns)
        .mapToObj(cell::formatted)
        .collect(Collectors.joining("|", "|", "|\n"));
  }

  private static Node named(Stand stand, String name) {
    Predicate<ButtonBase> wanted = button -> name.equals(button.getAccessibleText());
    return stand.nodes(ButtonBase.class, wanted).getFirst();
  }

  private void press(String name) {
    FxThread.run(((ButtonBase) named(stand, name))::fire);
    stand.settle();
  }

  @Test
  void codeHasTheColoursOfItsLanguageInLightAndDark() {
    for (Theme theme : List.of(new PrimerLight(), new PrimerDark())) {
      try (Stand other = Stand.open(360, 500, theme)) {
        other.show(Samples.turn(1, "x", Samples.complete("```java\nint x; // one\n```\n")));
        TextExt note =
            other.nodes(TextExt.class, text -> text.getText().equals("// one")).getFirst();
        TextExt type = other.nodes(TextExt.class, text -> text.getText().equals("int ")).getFirst();
        boolean dark = theme.isDarkMode();
        assertThat(note.getFill()).isEqualTo(Color.web(dark ? "#9198a1" : "#57606a"));
        assertThat(type.getFill()).isEqualTo(Color.web(dark ? "#ffa657" : "#953800"));
      }
    }
  }

  /** T02. */
  @Test
  void diagramsAndMarkupStayCode() {
    String text = "```mermaid\ngraph TD\n```\n\n```svg\n<svg onload=\"x()\"/>\n```\n";
    stand.show(Samples.turn(1, "x", Samples.complete(text)));
    assertThat(stand.text()).contains("graph TD", "<svg onload=\"x()\"/>");
  }

  @Test
  void theBarOfAVeryWideTableCanBeTakenHoldOf() {
    String table = row("c%d", 500) + row("---", 500) + row("%d", 500);
    stand.show(Samples.turn(1, "x", Samples.complete(table)));
    Node thumb = stand.nodes(Sideways.class, box -> box.beyond() > 1000).getLast().lookup(".thumb");
    assertThat(thumb.getLayoutBounds().getWidth()).isGreaterThan(30);
  }

  @Test
  void inALowPaneTheFiguresStandInTheLineOfTheState() {
    assertThat(linesOfFigures(500)).isGreaterThan(1);
    assertThat(linesOfFigures(200)).isEqualTo(1);
  }

  private static long linesOfFigures(double height) {
    try (Stand low = Stand.open(360, height, new PrimerLight())) {
      low.show(Samples.turn(1, "x", Samples.complete("Yes.")));
      return low.nodes(Labeled.class, label -> label.getStyleClass().contains("figures")).stream()
          .filter(label -> label.isVisible() && !label.getText().isEmpty())
          .count();
    }
  }

  /** T05. */
  @Test
  void aLanguageOfAnyLengthLeavesTheButtonsOfItsCodeTheirNames() {
    String code = "```" + "x".repeat(500) + "\na\n```\n";
    stand.show(Samples.turn(1, "x", Samples.complete(code)));
    Predicate<Node> cut = node -> node instanceof Text text && text.getText().startsWith("no w");
    assertThat(stand.nodes(Text.class, cut::test))
        .extracting(Text::getText)
        .containsExactly("no wrap");
  }

  @Test
  void longLinesWrapUntilTheReaderDoesNotWantThemTo() {
    stand.show(Samples.turn(1, "x", Samples.complete(CODE)));
    String wrapped = stand.text();
    press("Leave long lines of this code unbroken");
    assertThat(stand.nodes(Sideways.class, box -> box.beyond() > 100)).hasSize(1);
    assertThat(stand.text()).isEqualTo(wrapped);
    assertThat(((ToggleButton) named(stand, "Leave long lines of this code unbroken")).isSelected())
        .isTrue();
    press("Copy code");
    assertThat(stand.copied.getFirst())
        .startsWith("int x = 1; // one\ncall(a, a,")
        .endsWith("z);\n");
    press("Leave long lines of this code unbroken");
    assertThat(stand.nodes(Sideways.class, box -> true)).isEmpty();
    assertThat(stand.text()).isEqualTo(wrapped);
  }

  @Test
  void codeThatGrowsStaysUnwrapped() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text("```java\nint x;\n"))));
    press("Leave long lines of this code unbroken");
    stand.update(
        1, Samples.streaming(Samples.text("```java\nint x;\nint y;\nint z;\n```\n\nDone.")));
    assertThat(stand.nodes(Sideways.class, box -> true)).hasSize(1);
    assertThat(stand.text()).endsWith("int x;\nint y;\nint z;\n\nDone.");
  }

  @Test
  void aButtonSaysThatItCopied() {
    stand.show(Samples.turn(1, "x", Samples.complete(CODE)));
    press("Copy code");
    assertThat(((Labeled) named(stand, "copied")).getText()).isEqualTo("copied");
  }

  @Test
  void aWideTableScrollsSidewaysWithTheKeyboard() {
    stand.show(Samples.turn(1, "x", Samples.complete(WIDE)));
    Sideways box = stand.nodes(Sideways.class, any -> true).getFirst();
    assertThat(FxThread.call(box::beyond)).isGreaterThan(1_000);
    assertThat(box.isFocusTraversable()).isTrue();
    assertThat(box.getAccessibleText()).isEqualTo("Table; scrolls sideways with the arrow keys");
    assertThat(labels()).contains("c1", "c2").doesNotContain("c30");
    key(box, KeyCode.END);
    assertThat(labels()).contains("c30");
    Node last = stand.nodes(Labeled.class, label -> "c30".equals(label.getText())).getFirst();
    double right = FxThread.call(() -> last.localToScene(last.getBoundsInLocal()).getMaxX());
    assertThat(right).isLessThan(360);
  }

  /** T05. */
  @Test
  void aTableOf500ColumnsMakesOnlyTheCellsInView() {
    String table = row("c%d", 500) + row("---", 500) + row("v%d", 500).repeat(40);
    stand.show(Samples.turn(1, "x", Samples.complete(table)));
    assertThat(stand.nodes(Labeled.class, label -> true)).hasSizeLessThan(1_000);
    assertThat(stand.text()).contains("v499\tv500");
  }

  /** T05. */
  @Test
  void aLongTableIsSeveralGridsOfEquallyWideColumns() {
    String table = "|a|b|\n|-|-|\n" + "|some words|2|\n".repeat(1_000);
    stand.show(Samples.turn(1, "x", Samples.complete(table)));
    assertThat(stand.area().getParagraphs().size()).isGreaterThan(40);
    FxTop.scrollToTop(stand);
    FxTop.wheel(stand, -500);
    List<Sideways> grids = stand.nodes(Sideways.class, any -> true);
    assertThat(grids).hasSizeGreaterThan(1);
    assertThat(
            FxThread.call(() -> grids.stream().map(grid -> grid.prefWidth(-1)).distinct().count()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wwwwwwwww", "Commmmmmmon", "WWWWWWW", "MAXIMUM"})
  void aWordOfWideLettersStaysWhole(String word) {
    stand.show(Samples.turn(1, "x", Samples.complete("|a|b|\n|-|-|\n|%s|2|\n".formatted(word))));
    Node words = stand.nodes(Node.class, node -> isText(node, word)).getFirst();
    Node usual = stand.nodes(Node.class, node -> isText(node, "2")).getFirst();
    assertThat(FxThread.call(() -> words.getLayoutBounds().getHeight()))
        .isEqualTo(FxThread.call(() -> usual.getLayoutBounds().getHeight()));
  }

  /** Wherever between two pixels their edges are. */
  @Test
  void thereAreNoLinesBetweenTheLinesOfABox() {
    String code = "```java\n" + "int x; // y\n".repeat(40) + "```";
    stand.show(Samples.turn(1, "One\ntwo\nthree", Samples.complete(code)));
    FxTop.scrollToTop(stand);
    for (int pixels = 0; pixels < 12; pixels++) {
      assertThat(FxThread.call(this::unevenness)).as("scrolled by %s", pixels).isLessThan(2);
      FxTop.wheel(stand, -1.3);
    }
  }

  /** How far pixels in the lines of code differ from that in the middle of one, of 255. */
  private int unevenness() {
    PixelReader pixels = stand.view.getScene().snapshot(null).getPixelReader();
    int most = 0;
    for (Node line : stand.view.lookupAll(".edge-middle")) {
      Bounds box = line.localToScene(line.getLayoutBounds());
      int x = (int) box.getMaxX() - 6;
      int middle = (int) box.getCenterY();
      boolean inView = box.getMinY() > 8 && box.getMaxY() < stand.view.getHeight() - 8;
      for (int y = (int) box.getMinY() - 3; inView && y < box.getMaxY() - 3; y++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int here = pixels.getArgb(x, y) >> shift & 0xFF;
          most = Math.max(most, Math.abs(here - (pixels.getArgb(x, middle) >> shift & 0xFF)));
        }
      }
    }
    return most;
  }

  private static boolean isText(Node node, String words) {
    return node instanceof Text text && text.getText().equals(words);
  }

  @Test
  void aTableIsCopiedAsMarkdownAndForASpreadsheet() {
    String table = "| A | B |\n|---|--:|\n| **x** | `=1+1` |\n| [y](https://y.example) | -5 % |\n";
    stand.show(Samples.turn(1, "x", Samples.complete("```\na\n```\n\n" + table)));
    press("Copy the table as Markdown");
    press("Copy the table for a spreadsheet");
    assertThat(stand.copied)
        .containsExactly(table.replace(" -5", " \\-5"), "A\tB\nx\t'=1+1\ny\t-5 %\n");
  }

  @Test
  void argumentsOfACallAreLaidOut() {
    stand.show(
        Samples.turn(
            1,
            "x",
            Samples.streaming(new Passage(Passage.Kind.TOOL_CALL, "find({\"q\":[1]})", null))));
    assertThat(stand.text()).contains("carries none out): find\n{\n  \"q\": [\n    1\n  ]\n}");
  }

  private List<String> labels() {
    return stand.nodes(Labeled.class, any -> true).stream()
        .map(Labeled::getText)
        .filter(Objects::nonNull)
        .toList();
  }

  private void key(Node node, KeyCode code) {
    FxThread.run(
        () ->
            Event.fireEvent(
                node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    stand.settle();
  }
}
