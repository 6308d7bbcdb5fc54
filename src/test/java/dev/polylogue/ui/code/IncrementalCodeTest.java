package dev.polylogue.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.code.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncrementalCodeTest {
  private static final List<String> WORDS =
      List.of(
          "c",
          "c++",
          "cs",
          "java",
          "kt",
          "scala",
          "groovy",
          "js",
          "jsx",
          "ts",
          "tsx",
          "py",
          "rb",
          "php",
          "perl",
          "lua",
          "go",
          "rs",
          "dart",
          "swift",
          "sql",
          "sh",
          "bash",
          "zsh",
          "ps1",
          "bat",
          "html",
          "xml",
          "svg",
          "css",
          "scss",
          "json",
          "jsonc",
          "yml",
          "toml",
          "ini",
          "dockerfile",
          "makefile",
          "tex",
          "md",
          "clj",
          "lisp",
          "fortran",
          "pascal",
          "vb",
          "asm",
          "proto",
          "tcl",
          "vhdl",
          "diff",
          "csv",
          "properties",
          "handlebars",
          "jsp",
          "elixir",
          "r");

  private static final String SAMPLE =
      """
      /* a comment
         over two lines */ int main(String[] args) { return "a\\"b" + 'c' + 0x1F; } // end
      def tide(hour): # note
        \"\"\"doc
        string\"\"\"
        return cos(2 * pi * hour / 12.42) if hour else None
      <a href="x">text</a> <!-- note
      over --> <script>let a = `x${1 + f("}")}`;</script> <?php echo $x; ?>
      SELECT * FROM "t" WHERE a = 'it''s' -- why
      @Override public <T> void f() throws E { a <<= b; }
      key: [1, 2, {a: "b"}] & *anchor | > text
      $x = @{ a = 1; 'b' = "$(Get-Item $y)" } <# block #>
      'unclosed \u202E \uD83D\uDE00 \uD83D
      """;

  static Stream<String> languages() {
    return WORDS.stream();
  }

  /** Colouring never changes a character, however far the text has come. */
  @ParameterizedTest
  @MethodSource("languages")
  void thePiecesOfALineAreTheLineForEveryPrefix(String word) {
    IncrementalCode<List<Piece>> growing = new IncrementalCode<>(word, pieces -> pieces);
    for (int end = 0; end <= SAMPLE.length(); end++) {
      List<String> lines = List.of(SAMPLE.substring(0, end).split("\n", -1));
      List<List<Piece>> grown = growing.update(lines);
      assertThat(grown.stream().map(IncrementalCodeTest::text)).isEqualTo(lines);
      if (end % 16 == 0) {
        IncrementalCode<List<Piece>> whole = new IncrementalCode<>(word, pieces -> pieces);
        assertThat(grown).isEqualTo(whole.update(lines));
      }
    }
  }

  /** T05. */
  @ParameterizedTest
  @MethodSource("languages")
  void hostileLinesKeepTheirCharacters(String word) {
    Random random = new Random(7);
    String alphabet = "{}[]()<>\"'`/\\*#@$%&|=+-_.,;:!?~^ a0\t\u0000\u00e9\uD83D\uDE00";
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(60);
      for (int at = 0; at < length; at++) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      lines.add(line.toString());
    }
    alphabet.chars().forEach(c -> lines.add(Character.toString(c).repeat(1_000)));
    IncrementalCode<String> code = new IncrementalCode<>(word, IncrementalCodeTest::text);
    assertThat(code.update(lines)).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "python!def f(x)!def!KEYWORD",
        "PY!x = 'a'!'a'!STRING",
        "js!const a = 1!const!KEYWORD",
        "{.ts}!let a: string!let!KEYWORD",
        "language-java!int a;!int!TYPE",
        "rs!fn main() {}!main!FUNCTION",
        "go!func main() {}!func!KEYWORD",
        "c++!class A;!class!KEYWORD",
        "sh!# note!# note!COMMENT",
        "sql!select 1!1!NUMBER",
        "html!<b class=\"x\">!b!TAG",
        "yml!a: 1 # note!# note!COMMENT",
        "json!{\"a\": true}!true!NUMBER",
        "diff!+ added!+ added!ADDED",
        "ps1!if ($a) {}!if!KEYWORD",
        "kt!val a = 1!val!KEYWORD",
        "python:main.py!import os!import!KEYWORD",
      })
  void aWordBehindTheFenceNamesItsLanguage(String word, String line, String piece, Kind kind) {
    assertThat(colours(word, line)).containsEntry(piece, kind);
  }

  @Test
  void anUnknownLanguageStaysPlain() {
    assertThat(colours("mermaid", "graph TD; A-->B")).containsOnlyKeys("graph TD; A-->B");
    assertThat(colours("", "if (a) return 1;")).containsValue(Kind.PLAIN).hasSize(1);
  }

  @Test
  void aCommentGoesOnIntoTheNextLine() {
    IncrementalCode<List<Piece>> code = new IncrementalCode<>("java", pieces -> pieces);
    List<List<Piece>> lines = code.update(List.of("a(); /* one", "two", "three */ b();"));
    assertThat(lines.get(1)).containsExactly(new Piece("two", Kind.COMMENT));
    assertThat(lines.get(2).getFirst().kind()).isEqualTo(Kind.COMMENT);
  }

  @Test
  void aLineThatStandsIsNotLookedAtAgain() {
    List<String> made = new ArrayList<>();
    IncrementalCode<String> code =
        new IncrementalCode<>(
            "py",
            pieces -> {
              made.add(text(pieces));
              return text(pieces);
            });
    code.update(List.of("import os", "x = ", ""));
    code.update(List.of("import os", "x = 1", "y"));
    assertThat(made).containsExactly("import os", "x = ", "", "x = 1", "y");
  }

  /** T05. */
  @Test
  void aVeryLongLineStaysPlain() {
    assertThat(colours("json", "[1]".repeat(2_000))).containsValue(Kind.PLAIN).hasSize(1);
  }

  private static Map<String, Kind> colours(String word, String line) {
    IncrementalCode<List<Piece>> code = new IncrementalCode<>(word, pieces -> pieces);
    return code.update(List.of(line)).getFirst().stream()
        .collect(
            Collectors.toMap(piece -> piece.text().strip(), Piece::kind, (first, second) -> first));
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
