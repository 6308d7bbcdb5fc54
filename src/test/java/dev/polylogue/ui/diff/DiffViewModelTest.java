package dev.polylogue.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.diff.Piece;
import dev.polylogue.ui.OnTheSpot;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {
  private static final Contender MOON = answer(1, "a/moon", "# Tides\n\nThe moon pulls.");
  private static final Contender SUN = answer(2, "b/sun", "# Tides\n\nThe sun pulls.");
  private static final Contender EARTH = answer(3, "c/earth", "Nothing pulls.");

  private final DiffViewModel diff =
      new DiffViewModel(
          new OnTheSpot(),
          trouble -> {
            throw new AssertionError(trouble);
          });

  private static Contender answer(int number, String name, String text) {
    return new Contender(new UUID(0, number), name, text, false);
  }

  private static DiffTurn turn(int number, Contender... answers) {
    return new DiffTurn(new UUID(1, number), "prompt " + number, List.of(answers));
  }

  @Test
  void theOthersStandBesideTheAnswerThatWasChosen() {
    assertThat(diff.show(List.of(turn(1, MOON, SUN, EARTH)), null, SUN.reply())).isTrue();

    DiffPage page = diff.pageProperty().get();
    assertThat(page.base()).isEqualTo(SUN);
    assertThat(page.columns()).extracting(DiffPage.Column::answer).containsExactly(MOON, EARTH);
    assertThat(page.lines().getFirst().base())
        .isEqualTo(new Piece(Piece.Kind.HEADING, "", 0, "Tides"));
  }

  /** What the second answer has of its own, by the line at which it stands. */
  private List<List<String>> own(String base, String other) {
    diff.show(List.of(turn(1, answer(1, "a", base), answer(2, "b", other))), null, null);
    return diff.pageProperty().get().lines().stream()
        .map(line -> line.cells().getFirst())
        .map(cell -> cell.stream().filter(row -> row.base() == null).toList())
        .map(rows -> rows.stream().map(row -> row.other().text()).toList())
        .toList();
  }

  @Test
  void whatIsPutInThePlaceOfOtherBlocksStandsBesideThem() {
    String base = "# Tides\n\nMoon pulls.\n\nWater rises.\n\nThe end.";
    assertThat(own(base, "# Tides\n\nAll quiet.\n\nNobody knows.\n\nThe end."))
        .containsExactly(List.of(), List.of("All quiet."), List.of("Nobody knows."), List.of());
    assertThat(own(base, "# Tides\n\nAll quiet.\n\nNobody knows.\n\nOr will.\n\nThe end."))
        .containsExactly(
            List.of(), List.of("All quiet."), List.of("Nobody knows.", "Or will."), List.of());
    assertThat(own(base, "# Tides\n\nMoon pulls.\n\nAll quiet.\n\nWater rises.\n\nThe end."))
        .containsExactly(List.of(), List.of("All quiet."), List.of(), List.of());
  }

  @Test
  void whereFewerThanTwoAnsweredThereIsNothingToOpen() {
    assertThat(diff.show(List.of(turn(1, MOON)), null, null)).isFalse();
    assertThat(diff.openProperty().get()).isFalse();
  }

  @Test
  void anAnswerCanBeTakenAwayButNotTheLast() {
    diff.show(List.of(turn(1, MOON, SUN, EARTH)), null, MOON.reply());

    diff.show(SUN, false);
    assertThat(diff.pageProperty().get().columns())
        .extracting(DiffPage.Column::answer)
        .containsExactly(EARTH);
    diff.show(EARTH, false);
    assertThat(diff.pageProperty().get().columns()).isNotEmpty();
  }

  @Test
  void steppingLeadsThroughTheTurnsThatCanBeCompared() {
    diff.show(List.of(turn(1, MOON, SUN), turn(2, MOON), turn(3, SUN, EARTH)), null, null);
    assertThat(diff.turnProperty().get().prompt()).isEqualTo("prompt 3");

    diff.step(-1);
    assertThat(diff.turnProperty().get().prompt()).isEqualTo("prompt 1");
    diff.step(-1);
    assertThat(diff.turnProperty().get().prompt()).isEqualTo("prompt 1");
  }

  @Test
  void anAnswerThatGoesOnIsComparedAgain() {
    Contender begun = new Contender(EARTH.reply(), EARTH.name(), "Nothing", true);
    diff.show(List.of(turn(1, MOON, begun)), null, MOON.reply());

    diff.refresh(List.of(turn(1, MOON, EARTH)));

    assertThat(diff.pageProperty().get().columns().getFirst().answer()).isEqualTo(EARTH);
  }

  @Test
  void whatEarlierComparisonBringsTooLateIsPassedOver() {
    OnTheSpot work = new OnTheSpot();
    work.hold();
    DiffViewModel slow = new DiffViewModel(work, trouble -> {});
    slow.show(List.of(turn(1, MOON, SUN)), null, null);
    slow.close();

    work.letGo();

    assertThat(slow.pageProperty().get()).isNull();
  }
}
