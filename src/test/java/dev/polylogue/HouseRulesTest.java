package dev.polylogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that stand in the text of the sources rather than in their classes. */
class HouseRulesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int MOST_LINES = 400;
  private static final int MOST_CONSTRUCTOR_PARAMETERS = 6;

  @Test
  void noFileIsLongerThan400Lines() {
    Map<Path, Long> tooLong = new TreeMap<>();
    sources().forEach(file -> tooLong.put(file, text(file).lines().count()));
    tooLong.values().removeIf(lines -> lines <= MOST_LINES);
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndItsThreadRule() {
    List<Path> silent =
        sources().stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !folder.equals(MAIN) && !folder.endsWith("dev/polylogue"))
            .filter(
                folder -> {
                  Path info = folder.resolve("package-info.java");
                  String said = Files.exists(info) ? text(info).replaceAll("[\\s*]+", " ") : "";
                  return !said.contains("May use") || !said.contains("Thread rule");
                })
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void noConstructorHasMoreThanSixParameters() {
    Pattern constructor =
        Pattern.compile(
            "\\n  (?:public |private |protected )?([A-Z]\\w*)\\(([^)]*)\\)\\s*(?:throws [^{]+)?\\{");
    assertThat(
            found(
                constructor,
                match -> match.group(2).split(",(?![^<]*>)").length > MOST_CONSTRUCTOR_PARAMETERS))
        .isEmpty();
  }

  @Test
  void noRecordHasMoreThanSixComponents() {
    Pattern declared =
        Pattern.compile("\\brecord (\\w+)\\(([^{]*?)\\)\\s*(?:implements [^{]+)?\\{");
    assertThat(
            found(
                declared,
                match -> match.group(2).split(",(?![^<]*>)").length > MOST_CONSTRUCTOR_PARAMETERS))
        .isEmpty();
  }

  @Test
  void noThreadSleepsInTheProgram() {
    assertThat(found(Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep"), _ -> true))
        .isEmpty();
  }

  @Test
  void nothingStaticCanChange() {
    Pattern mutableStatic =
        Pattern.compile(
            "\\n\\s+(?:public |private |protected )?static (?!final|class|record|enum|interface)[\\w<>\\[\\], ?]+ \\w+\\s*(?:=|;)");
    assertThat(found(mutableStatic, _ -> true)).isEmpty();
  }

  @Test
  void styleIsNeverComputed_T04() {
    assertThat(found(Pattern.compile("setStyle\\((?!\"[^\"]*\"\\))"), _ -> true)).isEmpty();
  }

  /** The toolkit takes an underscore in the words of a button for the sign of a letter to press. */
  @Test
  void noControlLosesTheUnderscoresOfANameOfAModelOrATitle() {
    Pattern named =
        Pattern.compile(
            "new (?:Button|ToggleButton|CheckBox|RadioButton|Hyperlink|MenuButton|Menu|MenuItem"
                + "|CheckMenuItem|RadioMenuItem)\\(\\s*(?!null\\b|[\\w.()]*texts(?:\\(\\))?\\.get\\(|text\\()");
    assertThat(
            sources().stream()
                .filter(file -> named.matcher(text(file)).find())
                .filter(file -> !text(file).contains("setMnemonicParsing(false)")))
        .isEmpty();
  }

  @Test
  void everyMessageKeyExistsInEveryLanguageAndIsUsed() throws IOException {
    Path folder = Path.of("resources/i18n");
    String code = sources().stream().map(HouseRulesTest::text).collect(Collectors.joining());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        List<String> keys =
            text(file)
                .lines()
                .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys)
            .as("keys of %s that no source uses", file)
            .allMatch(key -> isUsed(key, code));
        Matcher used = Pattern.compile("\\.get\\(\\s*\"([a-z]+(?:\\.[\\w-]+)+)\"").matcher(code);
        while (used.find()) {
          assertThat(keys).as("keys of %s", file).contains(used.group(1));
        }
      }
    }
  }

  /** Used whole, or built from a prefix that ends in a dot, such as a kind of failure. */
  private static boolean isUsed(String key, String code) {
    int dot = key.lastIndexOf('.');
    return code.contains("\"" + key + "\"")
        || (dot > 0 && code.contains("\"" + key.substring(0, dot + 1) + "\""))
        || (key.matches("command\\..+\\.(also|needs)") && isUsed(key.substring(0, dot), code));
  }

  private static List<String> found(Pattern pattern, Predicate<Matcher> counts) {
    return sources().stream()
        .flatMap(
            file ->
                pattern
                    .matcher(text(file))
                    .results()
                    .map(result -> pattern.matcher(result.group()))
                    .filter(match -> match.find() && counts.test(match))
                    .map(match -> file.getFileName() + ": " + match.group().strip()))
        .toList();
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
