package dev.polylogue.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.diff.Piece.Kind;
import dev.polylogue.diff.Row.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static List<Piece> prose(String... texts) {
    return Stream.of(texts).map(text -> new Piece(Kind.PROSE, "", 0, text)).toList();
  }

  private static List<Piece> code(String... lines) {
    return Stream.of(lines).map(line -> new Piece(Kind.CODE, "", 0, line)).toList();
  }

  private static String words(Row row, Stretch.Kind kind) {
    return row.words().stream()
        .filter(stretch -> stretch.kind() == kind)
        .map(Stretch::text)
        .collect(Collectors.joining("|"));
  }

  @Test
  void oneWordInALongParagraphIsTheOnlyDifference() {
    TextDiff diff =
        TextDiff.of(
            prose("The moon pulls the sea twice a day."),
            prose("The moon pulls the water twice a day."));

    Row row = diff.rows().getFirst();
    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(words(row, Stretch.Kind.REMOVED)).isEqualTo("sea");
    assertThat(words(row, Stretch.Kind.ADDED)).isEqualTo("water");
    assertThat(diff.figures()).isEqualTo(new Figures(7, 1, 1, 0, 0));
    assertThat(diff.figures().likeness()).isEqualTo(14.0 / 16);
  }

  @Test
  void aParagraphMoreIsAddedWhereItStands() {
    TextDiff diff =
        TextDiff.of(
            prose("First things first.", "And that is all."),
            prose("First things first.", "Something in between, quite new.", "And that is all."));

    assertThat(diff.rows())
        .extracting(Row::change)
        .containsExactly(Change.SAME, Change.ADDED, Change.SAME);
  }

  @Test
  void aBlockThatStandsElsewhereHasMovedAndCountsAsKept() {
    String moved = "Spring tides come at new and at full moon.";
    TextDiff diff =
        TextDiff.of(
            prose(
                moved, "The sun pulls as well.", "Two bulges form.", "The earth turns below them."),
            prose(
                "The sun pulls as well.",
                "Two bulges form.",
                "The earth turns below them.",
                moved));

    assertThat(diff.rows())
        .extracting(Row::change)
        .containsExactly(
            Change.MOVED_AWAY, Change.SAME, Change.SAME, Change.SAME, Change.MOVED_HERE);
    assertThat(diff.figures().moved()).isEqualTo(1);
    assertThat(diff.figures().removed()).isZero();
    assertThat(diff.figures().added()).isZero();
  }

  @Test
  void aBlockThatMovedAndChangedAWordShowsThatWord() {
    List<Piece> rest = prose("One.", "Two more words here.", "Three other words stand here.");
    List<Piece> base = new ArrayList<>(prose("Spring tides come at new and at full moon."));
    base.addAll(rest);
    List<Piece> other = new ArrayList<>(rest);
    other.addAll(prose("Spring tides come at new and at half moon."));

    Row here = TextDiff.of(base, other).rows().getLast();

    assertThat(here.change()).isEqualTo(Change.MOVED_HERE);
    assertThat(words(here, Stretch.Kind.ADDED)).isEqualTo("half");
  }

  @Test
  void codeIsComparedWithCodeOnlyAndLineByLine() {
    TextDiff diff =
        TextDiff.of(
            code("int a = 1;", "int b = 2;", "return a + b;"),
            code("int a = 1;", "int b = 3;", "return a + b;"));

    assertThat(diff.rows())
        .extracting(Row::change)
        .containsExactly(Change.SAME, Change.CHANGED, Change.SAME);
    assertThat(diff.figures().codeLines()).isEqualTo(1);

    assertThat(TextDiff.of(prose("return a + b;"), code("return a + b;")).rows())
        .extracting(Row::change)
        .containsExactlyInAnyOrder(Change.REMOVED, Change.ADDED);
  }

  @Test
  void indentationOfCodeIsADifference() {
    Row row = TextDiff.of(code("  return a;"), code("    return a;")).rows().getFirst();

    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(words(row, Stretch.Kind.ADDED)).isEqualTo("    ");
  }

  @Test
  void nothingDiffersInTheSame() {
    List<Piece> pieces = prose("a b", "c");
    assertThat(TextDiff.of(pieces, pieces).figures().isNone()).isTrue();
    assertThat(TextDiff.of(List.of(), List.of()).figures().likeness()).isEqualTo(1);
  }

  /** Whatever the answers are, both can be read off the rows again, in their order. */
  @Test
  void nothingIsLostAndNothingInvented() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      List<Piece> base = random(random);
      List<Piece> other = random(random);

      TextDiff diff = TextDiff.of(base, other);

      assertThat(diff.rows().stream().map(Row::base).filter(piece -> piece != null))
          .containsExactlyElementsOf(base);
      assertThat(diff.rows().stream().map(Row::other).filter(piece -> piece != null))
          .containsExactlyElementsOf(other);
      for (Row row : diff.rows()) {
        if (row.other() != null) {
          assertThat(text(row, Stretch.Kind.REMOVED)).isEqualTo(row.other().text());
        }
        if (row.base() != null) {
          assertThat(text(row, Stretch.Kind.ADDED)).isEqualTo(row.base().text());
        }
      }
    }
  }

  private static String text(Row row, Stretch.Kind left) {
    return row.words().stream()
        .filter(stretch -> stretch.kind() != left)
        .map(Stretch::text)
        .collect(Collectors.joining());
  }

  private static List<Piece> random(Random random) {
    List<Piece> pieces = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int words = random.nextInt(9);
      for (int j = 0; j < words; j++) {
        text.append(List.of("tide ", "moon ", "sun, ", "pulls ", "  ", "x").get(random.nextInt(6)));
      }
      pieces.add(new Piece(random.nextBoolean() ? Kind.PROSE : Kind.CODE, "", 0, text.toString()));
    }
    return pieces;
  }
}
