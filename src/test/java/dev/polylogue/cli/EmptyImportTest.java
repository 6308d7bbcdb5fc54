package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to import in which there is nothing, and those that are nothing. */
class EmptyImportTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void open() {
    commands = new Commands(folder.resolve("home"));
  }

  private Commands.Done in(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return commands.run("history", "import", file.toString());
  }

  @Test
  void anEmptyExportOfOursSaysThatNothingIsInIt() throws IOException {
    Commands.Done done =
        in("own.json", "{\"format\":\"polylogue-history\",\"version\":1,\"comparisons\":[]}");

    assertThat(done.status()).isZero();
    assertThat(done.out()).isEqualTo("Polylogue export: there is nothing in it.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "user.json,ChatGPT export",
    "users.json,Claude export",
    "other.json,Export of ChatGPT or Claude"
  })
  void anEmptyExportOfOthersIsToldByWhatLiesBeside(String beside, String source)
      throws IOException {
    Path file = folder.resolve("export.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {beside, "conversations.json"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("[]".getBytes(StandardCharsets.UTF_8));
      }
    }

    Commands.Done done = commands.run("history", "import", file.toString());

    assertThat(done.status()).isZero();
    assertThat(done.out()).isEqualTo(source + ": there is nothing in it.\n");
    assertThat(in("conversations.json", "[]").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", " [ ] ", "{}", "7", "", "{\"comparisons\":[]}"})
  void whatNothingTellsOfIsRefusedInASentence(String text) throws IOException {
    Commands.Done done = in("any.json", text);

    assertThat(done.status()).isEqualTo(1);
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).startsWith("polylogue: The file ").hasLineCount(1);
  }

  @Test
  void timesThatWereMadeUpAreCounted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("in.json"),
            "[{\"uuid\":\"c\",\"name\":\"t\",\"chat_messages\":[{\"uuid\":\"1\","
                + "\"sender\":\"human\",\"text\":\"Q\"}]}]");

    assertThat(commands.run("history", "import", file.toString()).out())
        .contains("\n2 times made up.\n");
    assertThat(
            commands
                .run("history", "import", "--json", file.toString())
                .lines()
                .getFirst()
                .path("timesMadeUp")
                .asInt())
        .isEqualTo(2);
  }
}
