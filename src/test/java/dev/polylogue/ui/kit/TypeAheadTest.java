package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry is meant by what is typed. */
class TypeAheadTest {
  private static final List<String> NAMES =
      List.of("", "Bay", "bridge", "Éclair", "", "Boat", "Eel");

  @ParameterizedTest
  @CsvSource({
    "-1, b, 1",
    "1, b, 2",
    "2, bb, 5",
    "5, bbb, 1",
    "1, br, 2",
    "2, bri, 2",
    "1, bo, 5",
    "0, é, 3",
    "3, e, 6",
    "6, e, 6",
    "1, x, -1",
    "1, bx, -1"
  })
  void theNextThatBeginsSo(int from, String typed, int found) {
    assertThat(TypeAhead.next(NAMES, from, typed)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"-1, b", "0, bb", "3, bo"})
  void inAnEmptyListThereIsNone(int from, String typed) {
    assertThat(TypeAhead.next(List.of(), from, typed)).isEqualTo(-1);
  }
}
