package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.ui.FxThread;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of code that are no lines of their own are told from those that are. */
class HooksTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(420, 400, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private long hooks() {
    return stand.nodes(Path.class, path -> path.getStyleClass().contains("code-hooks")).stream()
        .mapToLong(
            path ->
                FxThread.call(
                    () -> path.getElements().stream().filter(VLineTo.class::isInstance).count()))
        .sum();
  }

  @Test
  void eachRowOnWhichALineOfCodeGoesOnHasAHook() {
    String code = "```java\nint short;\n" + "int longer = 1 + 2; ".repeat(5) + "\n```";
    stand.show(Samples.turn(1, "Ask me", Samples.complete(code)));
    long narrow = hooks();
    assertThat(narrow).isBetween(2L, 4L);
    FxThread.run(() -> stand.view.getScene().getWindow().setWidth(900));
    stand.settle();
    assertThat(hooks()).isBetween(0L, narrow - 1);
  }

  @Test
  void wordsThatWrapHaveNone() {
    stand.show(Samples.turn(1, "Ask me", Samples.complete("- " + "some words ".repeat(40))));
    assertThat(hooks()).isZero();
  }
}
