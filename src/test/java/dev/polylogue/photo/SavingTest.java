package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
  private final Saving saving = new Saving(new PictureReader(System::nanoTime));

  @TempDir private Path folder;

  @Test
  void namesAreOursAndFit_I36() {
    assertThat(Saving.name("harbour.jpg", new ModelRef("openai", "gpt-image-2"), 1))
        .isEqualTo("harbour-openai-gpt-image-2-1");
    assertThat(Saving.name("a/b\nc.png", new ModelRef("or", "black-forest/flux?x=1"), 3))
        .isEqualTo("bc-or-black-forest-flux-x-1-3");
  }

  @Test
  void nothingIsEverWrittenOver_T31() throws Exception {
    Path source = folder.resolve("a.png");
    Files.writeString(source, "the source");
    Bytes png = Made.written(Made.halves(8, 8), "png");
    assertThat(saving.save(png, folder, "a", null)).isEqualTo(folder.resolve("a-2.png"));
    assertThat(saving.save(png, folder, "a", null)).isEqualTo(folder.resolve("a-3.png"));
    assertThat(source).hasContent("the source");
    assertThat(Saving.beside(folder.resolve("a-2.png"), "{}"))
        .isEqualTo(folder.resolve("a-2.png.json"));
  }

  @Test
  void aRecipeThatIsLeftOverIsNotThatOfAnotherPicture() throws Exception {
    Bytes png = Made.written(Made.halves(8, 8), "png");
    Path first = saving.save(png, folder, "a", null);
    Saving.beside(first, "{}");
    Files.delete(first);

    assertThat(saving.save(png, folder, "a", null)).isEqualTo(folder.resolve("a-2.png"));
    assertThat(saving.save(png, folder, "a", Saving.Format.JPEG)).hasFileName("a.jpg");
  }

  @Test
  void bytesOfTheSameFormatAreWrittenAsTheyCame() throws Exception {
    Bytes jpeg = Made.photo(8, 8, 1);
    Path same = saving.save(jpeg, folder, "a", null);
    assertThat(Files.readAllBytes(same)).isEqualTo(jpeg.toArray());
    assertThat(same).hasFileName("a.jpg");
    Path png = saving.save(jpeg, folder, "a", Saving.Format.PNG);
    assertThat(Bad.latin(Bytes.of(Files.readAllBytes(png)))).startsWith("\u0089PNG");
  }

  @Test
  void inAJpegWhatShinesThroughIsWhite() throws Exception {
    BufferedImage clear = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
    Path file = saving.save(Made.written(clear, "png"), folder, "a", Saving.Format.JPEG);
    BufferedImage read = Made.read(Bytes.of(Files.readAllBytes(file)));
    assertThat(read.getRGB(5, 5)).isEqualTo(0xffffffff);
  }

  @Test
  void aContactSheetShowsEveryPicture() {
    List<ContactSheet.Cell> cells =
        List.of(
            new ContactSheet.Cell(Made.halves(900, 600), "original", ""),
            new ContactSheet.Cell(Made.halves(600, 900), "darkroom", "0.4 s"),
            new ContactSheet.Cell(Made.halves(50, 50), "m".repeat(300), "x"));
    BufferedImage sheet = ContactSheet.of("make it dusk", cells);
    assertThat(sheet.getWidth()).isGreaterThan(1300);
    assertThat(sheet.getRGB(32 + 100, 96 + 320) & 0xffffff).isEqualTo(0xff0000);
    assertThat(sheet.getRGB(32 + 500, 96 + 320) & 0xffffff).isEqualTo(0x0000ff);
  }
}
