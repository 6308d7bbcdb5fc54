package dev.polylogue.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RotaTest {
  private final Rota rota = new Rota(3, 1);

  @Test
  void everyOneHasItsTurn() {
    List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(rota.turn(all)).containsExactly(0, 1, 2);
    assertThat(rota.turn(all)).containsExactly(3, 4, 5);
    assertThat(rota.turn(all)).containsExactly(6, 7, 0);
  }

  @Test
  void aFewAllHaveTheirTurnEachTime() {
    assertThat(rota.turn(List.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
    assertThat(rota.turn(List.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
    assertThat(rota.turn(List.of())).isEmpty();
  }

  @Test
  void allRestBetweenTheirTurns() {
    Rota slow = new Rota(2, 2);
    assertThat(slow.turn(List.of("a"))).containsExactly("a");
    assertThat(slow.turn(List.of("a"))).isEmpty();
    assertThat(slow.turn(List.of("a", "b", "c"))).containsExactly("a", "b");
    assertThat(slow.turn(List.of("a", "b", "c"))).isEmpty();
    assertThat(slow.turn(List.of("a", "b", "c"))).containsExactly("c", "a");
  }

  @Test
  void itGoesOnWhenSomeHaveLeft() {
    assertThat(rota.turn(List.of(0, 1, 2, 3, 4, 5, 6, 7))).hasSize(3);
    assertThat(rota.turn(List.of(0, 1))).containsExactlyInAnyOrder(0, 1);
  }
}
