package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a stream, F01 to F103: rows that are a script of bytes stand in lists by heading
 * and are played here, the others have a test of their own.
 */
class FaultCatalogueTest {
  private static final List<List<Fault>> ROWS =
      List.of(
          StatusFaults.ROWS,
          BodyFaults.ROWS,
          FramingFaults.ROWS,
          EndingFaults.ROWS,
          ContentFaults.ROWS,
          ResponsesFaults.ROWS,
          AnthropicFaults.ROWS,
          GeminiFaults.ROWS);

  /** Those that need a network, a clock, a user or a second host. */
  private static final List<Class<?>> TESTS =
      List.of(
          ConnectionTest.class,
          TlsTest.class,
          ProxyTest.class,
          RetryHintTest.class,
          RedirectTest.class,
          Http2Test.class,
          WatchdogTest.class,
          StopTest.class,
          ContentTest.class,
          PictureTest.class);

  /** What is no fault of the wire, or belongs to another part of the program. */
  private static final Map<String, String> ELSEWHERE = Map.of("F85", "history.KillTest");

  static Stream<Case> cases() {
    return ROWS.stream().flatMap(Case::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Timeout(60)
  void theReplyEndsAsTheCatalogueSays(Case row) throws Exception {
    row.check();
  }

  @Test
  void noNumberIsMissing() {
    TreeSet<String> covered = new TreeSet<>(ELSEWHERE.keySet());
    ROWS.forEach(rows -> rows.forEach(fault -> covered.add(fault.id())));
    for (Class<?> test : TESTS) {
      Arrays.stream(test.getDeclaredMethods())
          .map(method -> method.getAnnotation(Covers.class))
          .filter(covers -> covers != null)
          .forEach(covers -> covered.addAll(List.of(covers.value())));
    }
    List<String> missing =
        new ArrayList<>(IntStream.rangeClosed(1, 103).mapToObj("F%02d"::formatted).toList());
    missing.removeAll(covered);
    assertThat(missing).isEmpty();
  }
}
