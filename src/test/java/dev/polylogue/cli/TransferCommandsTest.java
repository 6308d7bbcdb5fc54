package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.FaultHost;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TransferCommandsTest {
  @TempDir private Path folder;
  private Commands commands;
  private String id;

  @BeforeEach
  void ask() {
    commands = new Commands(folder.resolve("home"));
    id =
        commands
            .run("compare", "--json", "One?", "-m", "sandbox/scribe", "-m", "sandbox/thinker")
            .lines()
            .getFirst()
            .path("id")
            .asString("");
  }

  @Test
  void anExportOfEverythingSaysWhatItLeftOut() {
    String trashed =
        commands
            .run("compare", "Two?", "-m", "sandbox/scribe", "--json")
            .lines()
            .getFirst()
            .path("id")
            .asString("");
    commands.run("history", "trash", trashed);

    assertThat(commands.run("history", "export", "--all").err())
        .contains("Left out: 1 in the trash, what went over the wire (--with-exchanges).");
    assertThat(commands.run("history", "export", "--all", "--with-exchanges").err())
        .contains("Left out: 1 in the trash.");
    assertThat(commands.run("history", "export", id).err()).isEmpty();
  }

  @Test
  void aComparisonGoesToStandardOutputInEachFormat() {
    assertThat(commands.run("history", "export", id).out())
        .startsWith("{\"format\":\"polylogue-history\",\"version\":1,");
    assertThat(commands.run("history", "export", id, "--format", "json").lines()).hasSize(1);
    assertThat(commands.run("history", "export", id, "--format", "markdown").out())
        .startsWith("# One?")
        .contains("### sandbox/scribe", "### sandbox/thinker");
    assertThat(commands.run("history", "export", id, "--format", "html").out())
        .startsWith("<!doctype html>");
    assertThat(commands.run("history", "export", "--all", "--format", "csv").out().split("\r\n"))
        .hasSize(3);
  }

  @Test
  void aFileIsNotReplacedUnlessThatIsAskedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("out.json"), "mine");
    Commands.Done refused = commands.run("history", "export", id, "--out", file.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("was not touched").contains("--force");
    assertThat(file).hasContent("mine");

    assertThat(commands.run("history", "export", id, "--out", file.toString(), "--force").status())
        .isZero();
    assertThat(file).content().contains(id);
  }

  @Test
  void whatWentOutComesInElsewhereAndIsReported() throws Exception {
    Path file = folder.resolve("out.json");
    commands.run("history", "export", "--all", "--with-exchanges", "--out", file.toString());
    Commands other = new Commands(folder.resolve("other"));

    JsonNode report = other.run("history", "import", file.toString(), "--json").lines().getFirst();
    assertThat(report.path("source").asString()).isEqualTo("Polylogue export");
    assertThat(report.path("conversations").path("added").asInt()).isEqualTo(1);
    assertThat(report.path("messages").path("found").asInt()).isEqualTo(3);
    assertThat(report.path("ending").isNull()).isTrue();
    assertThat(other.run("history", "show", id, "--json").out())
        .isEqualTo(commands.run("history", "show", id, "--json").out());
    Path again = folder.resolve("again.json");
    other.run("history", "export", "--all", "--with-exchanges", "--out", again.toString());
    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(other.run("history", "import", file.toString()).out()).contains("1 here already");
  }

  @Test
  void wrongUseIsSaidInWords() throws Exception {
    assertThat(commands.run("history", "export").status()).isEqualTo(2);
    assertThat(commands.run("history", "export", id, "--format", "docx").err())
        .contains("json, markdown, html and csv");
    assertThat(commands.run("history", "import", "/nowhere.json").err()).contains("no file");
    Path odd = Files.writeString(folder.resolve("odd.txt"), "hello");
    Commands.Done done = commands.run("history", "import", odd.toString());
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.err()).contains("JSON");
  }

  /** The key is what the variable PATH holds, so its value must be in no export. */
  @Test
  void noExportHoldsAKey_T25() throws Exception {
    String key = System.getenv("PATH");
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(401, "text/plain", "no")))) {
      commands.add(host, "local");
      commands.run("compare", "--json", "Two?", "-m", "local/model");
    }
    for (String format : new String[] {"json", "markdown", "html", "csv"}) {
      Path file = folder.resolve("all." + format);
      commands.run(
          "history",
          "export",
          "--all",
          "--with-exchanges",
          "--format",
          format,
          "--out",
          file.toString());
      assertThat(file).content().isNotEmpty().doesNotContain(key);
    }
    assertThat(folder.resolve("all.json")).content().contains("[key removed]");
  }

  @Test
  void whatComesFromElsewhereIsShownWithItsDocumentsAndToolsAsTheyWere() throws Exception {
    Path file = folder.resolve("odd.json");
    try (InputStream in =
        TransferCommandsTest.class.getResourceAsStream("/transfer/chatgpt-odd.json")) {
      Files.copy(in, file);
    }
    Commands other = new Commands(folder.resolve("other"));
    other.run("history", "import", file.toString());
    String imported =
        other.run("history", "list", "--json").lines().getFirst().path("id").asString("");

    assertThat(other.run("history", "show", imported).out())
        .contains("canvaswordone", "unknownword", "(system: systemwordone visible system")
        .contains("(called the tool python; Polylogue itself carries none out)");
  }

  /** T06. */
  @Test
  void aTitleOfSeveralLinesFromElsewhereStandsInOne() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lines.json"),
            "[{\"uuid\":\"c\",\"name\":\"one\\ntwo\\u001b[2J\",\"chat_messages\":"
                + "[{\"uuid\":\"1\",\"sender\":\"human\",\"text\":\"Q\"}]}]");
    Commands other = new Commands(folder.resolve("other"));
    other.run("history", "import", file.toString());

    assertThat(other.run("history", "list").out()).hasLineCount(1).contains("one two\u241b[2J");
  }
}
