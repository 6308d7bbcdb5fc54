package dev.polylogue.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PdfTextTest {
  @Test
  void theTextComesPageByPage() throws Exception {
    PdfText.Extract extract =
        new PdfText().extract(Made.pdf("Tides rise.", "Tides fall."), "tides.pdf");
    assertThat(extract.text()).isEqualTo("Page 1\n\nTides rise.\n\nPage 2\n\nTides fall.\n");
    assertThat(extract.pages()).isEqualTo(2);
    assertThat(extract.isWhole()).isTrue();
  }

  @Test
  void aLongPdfIsReadUpToTheLimit() throws Exception {
    PdfText.Extract extract =
        new PdfText(60).extract(Made.pdf("a".repeat(30), "b", "c".repeat(30)), "a.pdf");
    assertThat(extract.read()).isEqualTo(2);
    assertThat(extract.pages()).isEqualTo(3);
    assertThat(extract.text()).doesNotContain("ccc");
  }

  @Test
  void aScanSaysThatItHasNoText() {
    assertThatThrownBy(() -> new PdfText().extract(Made.pdf("", ""), "scan.pdf"))
        .isInstanceOf(AttachmentException.class)
        .hasMessage("No text was found in scan.pdf: it may be a scan.");
  }

  @Test
  void aDamagedPdfSaysSo() {
    byte[] whole = Made.pdf("Tides").toArray();
    Arrays.fill(whole, 20, whole.length, (byte) 0);
    assertThatThrownBy(() -> new PdfText().extract(Bytes.of(whole), "a.pdf"))
        .isInstanceOf(AttachmentException.class)
        .hasMessageContaining("a.pdf is damaged");
  }

  @Test
  void nothingIsLeftInTheHomeFolder() throws Exception {
    new PdfText().extract(Made.pdf("Tides"), "a.pdf");
    assertThat(Files.exists(Path.of(System.getProperty("user.home"), ".pdfbox.cache"))).isFalse();
  }
}
