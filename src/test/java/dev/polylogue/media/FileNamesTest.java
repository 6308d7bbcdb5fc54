package dev.polylogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "photo.jpg | photo.jpg",
        "../../etc/passwd | passwd",
        "C:\\Windows\\a.txt | a.txt",
        "..\\..\\evil.exe | evil.exe",
        "CON | file",
        "con.png | file.png",
        "LPT1.tar.gz | file.gz",
        "a.txt. . | a.txt",
        ".bashrc | bashrc",
        ".. | file",
        "größe 😀.md | größe 😀.md"
      })
  void namesOfOthersAreMadeHarmless_T07_I36(String name, String clean) {
    assertThat(FileNames.clean(name)).isEqualTo(clean);
  }

  @Test
  void whatCanNotBeSeenGoes_T07_I36() {
    assertThat(FileNames.clean("a\nb\0c.txt")).isEqualTo("abc.txt");
    assertThat(FileNames.clean("inv\u202Efdp.exe")).isEqualTo("invfdp.exe");
    assertThat(FileNames.clean("a<b>:\"|?*.txt")).isEqualTo("a_b______.txt");
    assertThat(FileNames.clean("")).isEqualTo("file");
  }

  @Test
  void longNamesKeepTheirExtension_I36() {
    assertThat(FileNames.clean("x".repeat(300) + ".pdf")).isEqualTo("x".repeat(80) + ".pdf");
    assertThat(FileNames.clean("x".repeat(79) + "😀.pdf")).isEqualTo("x".repeat(79) + ".pdf");
  }

  @Test
  void theExtensionFitsWhatItIs_I03() {
    assertThat(FileNames.typed("a.jpeg", ".jpg")).isEqualTo("a.jpeg");
    assertThat(FileNames.typed("a.jpg", ".png")).isEqualTo("a.png");
    assertThat(FileNames.typed("a", ".png")).isEqualTo("a.png");
  }
}
