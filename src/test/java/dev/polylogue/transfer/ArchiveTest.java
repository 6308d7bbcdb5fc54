package dev.polylogue.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that mean harm (T15). */
class ArchiveTest {
  private static final Archive.Limits SMALL = new Archive.Limits(10, 50_000, 100, 1_000);

  @TempDir private Path folder;

  @Test
  void namesThatLeadOutsideArePassedOver_T15() throws IOException {
    Path file =
        zip(
            "../evil.json",
            "/etc/evil.json",
            "a/../../evil.json",
            "C:\\evil.json",
            "good/conversations.json");
    try (Archive archive = Archive.open(file, SMALL)) {
      assertThat(archive.names()).containsExactly("good/conversations.json");
      assertThat(archive.refused()).isEqualTo(4);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).as("nothing is unpacked").containsExactly(file);
    }
  }

  @Test
  void archivesWithinAreNotOpened_T15() throws IOException {
    try (Archive archive = Archive.open(zip("inner.zip", "a.json"), SMALL)) {
      assertThat(archive.names()).containsExactly("a.json");
    }
  }

  @Test
  void aBombIsStoppedAsItUnpacksWhateverItSaysOfItself_T15() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("bomb.json"));
      out.write(new byte[10_000_000]);
    }
    try (Archive archive = Archive.open(file, new Archive.Limits(10, 1L << 30, 100, 1_000))) {
      assertThatThrownBy(() -> drain(archive, "bomb.json"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("more than 100 times");
    }
  }

  @Test
  void allEntriesTogetherHaveALimit_T15() throws IOException {
    Path file = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 8; i++) {
        out.putNextEntry(new ZipEntry("part" + i));
        out.write(new byte[10_000]);
      }
    }
    Archive.Limits wide = new Archive.Limits(10, 50_000, 100_000, 1_000);
    try (Archive archive = Archive.open(file, wide)) {
      assertThatThrownBy(
              () -> {
                for (String name : archive.names()) {
                  drain(archive, name);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("MB");
    }
  }

  @Test
  void tooManyEntriesAreRefused_T15() {
    String[] names = new String[11];
    for (int i = 0; i < names.length; i++) {
      names[i] = "n" + i;
    }
    assertThatThrownBy(() -> Archive.open(zip(names), SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("11 entries");
  }

  @Test
  void aDamagedArchiveIsSaidToBeOne() throws IOException {
    Path file = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 9});
    assertThatThrownBy(() -> Archive.open(file, SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("some.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write("[]".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static void drain(Archive archive, String name) throws IOException {
    try (InputStream in = archive.open(name)) {
      in.readAllBytes();
    }
  }
}
