package dev.polylogue.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
  private final Intake intake = new Intake(new Pictures(), new PdfText());

  @TempDir private Path folder;

  private static Bytes raw(String characters) {
    return Bytes.of(characters.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void refuses(Bytes bytes, String name, String sentence) {
    assertThatThrownBy(() -> intake.take(bytes, name))
        .isInstanceOf(AttachmentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void sourceTextGoesAsItIs() throws Exception {
    Attachment taken = intake.take(Bytes.of("class Tide {} // größer\n"), "Tide.java");
    assertThat(taken)
        .isEqualTo(
            new Attachment(Bytes.of("class Tide {} // größer\n"), "text/plain", "Tide.java"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void textWithAMarkIsDecodedAndLosesIt(String charset) throws Exception {
    byte[] bytes = "\uFEFFEbbe und Flut".getBytes(charset);
    assertThat(intake.take(Bytes.of(bytes), "a.txt").bytes()).isEqualTo(Bytes.of("Ebbe und Flut"));
  }

  @Test
  void whatIsNoTextInUtf8IsRefusedWithWhatToDo() {
    refuses(raw("gr\u00f6\u00dfer"), "alt.txt", "If it is text, save it as UTF-8");
    refuses(raw("text\0more"), "a.txt", "neither a picture, a PDF nor text");
  }

  @Test
  void anEmptyFileIsCalledEmpty_I01() {
    refuses(Bytes.NONE, "a.png", "a.png is empty.");
    refuses(Bytes.of(" \n"), "a.txt", "a.txt is empty");
  }

  @Test
  void whatIsOnlyNamedAsAPictureIsRefusedAsWhatItIs_I02() {
    refuses(Bytes.of("<html><body>404</body></html>"), "photo.jpg", "it looks like text");
    refuses(Made.pdf("Tides"), "photo.jpg", "it looks like a PDF");
    refuses(raw("PK\u0003\u0004" + "\0".repeat(40)), "photo.jpg", "an archive");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\0\\0\\0\u0018ftypheic\\0\\0\\0\\0mif1heic | IMG_1.HEIC | export it as JPEG",
        "\\0\\0\\0\u0018ftypmif1\\0\\0\\0\\0mif1heic | IMG_2.HEIC | export it as JPEG",
        "\\0\\0\\0\u0018ftypavif\\0\\0\\0\\0avifmif1 | a.avif | AVIF is not supported",
        "\\0\\0\\0\u0018ftypisom\\0\\0\\0\\0mp42 | a.mp4 | sound or video",
        "MZ\\0\\0\\0 | setup.exe | a program",
        "\u007fELF\\0\\0 | tool | a program",
        "PK\u0003\u0004\\0\\0 | report.docx | Save it as PDF",
        "PK\u0003\u0004\\0\\0 | all.zip | Unpack it",
        "8BPS\\0\\0 | a.psd | Export it as PNG"
      })
  void whatNoModelTakesIsNamedWithWhatToDo_I24_I27(String bytes, String name, String sentence) {
    refuses(raw(bytes.replace("\\0", "\0")), name, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg/>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0'?><!-- x --><svg width='1'/>",
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>"
      })
  void drawingsAreNotAcceptedAndNeverParsed_I25(String drawing) {
    refuses(Bytes.of(drawing), "logo.svg", "Drawings are not accepted");
  }

  @Test
  void aPageThatOnlyHoldsADrawingIsText_I25() throws Exception {
    assertThat(intake.take(Bytes.of("<html><svg/></html>"), "a.html").mediaType())
        .isEqualTo("text/plain");
  }

  @Test
  void aPdfGoesAsItIs() throws Exception {
    Bytes pdf = Made.pdf("Tides");
    assertThat(intake.take(pdf, "tides.pdf"))
        .isEqualTo(new Attachment(pdf, "application/pdf", "tides.pdf"));
  }

  @Test
  void aLockedOrDamagedPdfIsRefusedAtOnce() {
    refuses(Made.lockedPdf("secret", "Tides"), "a.pdf", "locked with a password");
    refuses(Bytes.of("%PDF-1.7 and nothing more"), "a.pdf", "damaged");
  }

  @Test
  void whatIsTooLargeIsRefusedWithBothFigures() {
    refuses(
        Bytes.of("x".repeat(1_000_001)), "log.txt", "a text file may have 1 MB, this one has 1 MB");
    refuses(
        Bytes.of(("%PDF-" + "x".repeat(1)).getBytes(StandardCharsets.UTF_8)), "a.pdf", "damaged");
  }

  @Test
  void aPromptTakesTwentyFilesAnd24MegabytesTogether() {
    Blob small = new Blob("0".repeat(64), "text/plain", 10, "a.txt");
    Blob large = new Blob("1".repeat(64), "application/pdf", 13_000_000, "a.pdf");
    assertThatThrownBy(() -> Limits.check(Collections.nCopies(21, small)))
        .hasMessage("A prompt takes at most 20 files; these are 21.");
    assertThatThrownBy(() -> Limits.check(Collections.nCopies(2, large)))
        .hasMessage("The files of a prompt may have 24 MB together; these have 26 MB.");
  }

  @Test
  void onlyRegularFilesAreRead_I35() throws Exception {
    assertThatThrownBy(() -> intake.take(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> intake.take(folder.resolve("gone.txt")))
        .hasMessageStartingWith("There is no file ");
    Path sparse = folder.resolve("huge.bin");
    try (var file = new java.io.RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(5L << 30);
    }
    assertThatThrownBy(() -> intake.take(sparse)).hasMessageContaining("huge.bin is too large");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToADeviceIsNotRead_I35() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a.txt"), Path.of("/dev/zero"));
    assertThatThrownBy(() -> intake.take(link)).hasMessageContaining("a device or a pipe");
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> intake.take(pipe)).hasMessageContaining("a device or a pipe");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatSaysItIsEmptyIsReadToItsEnd_I35() throws Exception {
    // The kernel reports 0 bytes for it, as for a file that grows while it is read.
    Attachment taken = intake.take(Path.of("/proc/self/status"));
    assertThat(taken.bytes().text()).contains("Name:");
  }
}
