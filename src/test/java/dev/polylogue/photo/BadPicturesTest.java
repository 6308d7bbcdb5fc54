package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every bad input for pictures, I01 to I38, is somebody's. */
class BadPicturesTest {
  private static final List<Class<?>> TESTS =
      List.of(IntakeTest.class, QueueTest.class, ColoursTest.class, PreparerTest.class);

  @Test
  void everyNumberOfTheCatalogueHasATest() {
    Set<String> wanted = new TreeSet<>();
    for (int i = 1; i <= 38; i++) {
      wanted.add("I%02d".formatted(i));
    }
    Set<String> tested = new TreeSet<>();
    for (Class<?> tests : TESTS) {
      for (Method method : tests.getDeclaredMethods()) {
        Matcher number = Pattern.compile("_(I\\d\\d)(?=_|$)").matcher(method.getName());
        while (number.find()) {
          tested.add(number.group(1));
        }
      }
    }
    assertThat(tested).isEqualTo(wanted);
  }
}
