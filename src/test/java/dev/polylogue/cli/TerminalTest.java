package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void progressIsShownUnlessTheTerminalCanNot() {
    assertThat(Terminal.understandsMarks(Map.of("NO_COLOR", "1", "TERM", "xterm"))).isTrue();
    assertThat(Terminal.understandsMarks(Map.of())).isTrue();
    assertThat(Terminal.understandsMarks(Map.of("TERM", "dumb"))).isFalse();
  }
}
