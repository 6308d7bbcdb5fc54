package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.attachment.Made;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare --attach} on a real data folder and the sandbox's real socket. */
class AttachCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MODEL = "sandbox/scribe?rate=0&latency=0";
  private static final Windows NONE =
      new Windows() {
        @Override
        public boolean hasDisplay() {
          return false;
        }

        @Override
        public int open(Path home) {
          return 70;
        }

        @Override
        public int tour(Path home, Path out) {
          return 71;
        }
      };

  @TempDir private Path folder;

  private record Done(int status, String out, String err) {}

  private Done run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int status = Root.run(arguments, home(), Workbench::open, NONE, terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private String file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  @Test
  void attachedFilesAreKeptAndShown() throws Exception {
    String text = file("notes.txt", "Low tide at noon.".getBytes(StandardCharsets.UTF_8));
    String photo = file("photo.jpg", Made.photo(40, 20, 6).toArray());
    Done asked = run("compare", "--json", "Why?", "-m", MODEL, "--attach", text, "--attach", photo);
    assertThat(asked.status()).as(asked.err()).isZero();
    String id = JSON.readTree(asked.out().lines().findFirst().orElseThrow()).path("id").asString();

    JsonNode shown = JSON.readTree(run("history", "show", id, "--json").out());
    JsonNode user = shown.path("panes").path(0).path("turns").path(0).path("user");
    assertThat(user.path("text").asString()).isEqualTo("Why?");
    assertThat(user.path("attachments").size()).isEqualTo(2);
    JsonNode first = user.path("attachments").path(0);
    assertThat(first.propertyNames()).containsExactly("name", "mediaType", "bytes", "sha256");
    assertThat(first.path("name").asString()).isEqualTo("notes.txt");
    assertThat(first.path("mediaType").asString()).isEqualTo("text/plain");
    assertThat(first.path("bytes").asLong()).isEqualTo(17);
    JsonNode second = user.path("attachments").path(1);
    assertThat(second.path("mediaType").asString()).isEqualTo("image/jpeg");
    String sha256 = second.path("sha256").asString();
    byte[] kept =
        Files.readAllBytes(home().resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256));
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("CanaryCamera");
    assertThat(run("history", "show", id).out()).contains("> [notes.txt]");
  }

  @Test
  void aBadFileIsWrongUseAndNothingIsSent() throws Exception {
    String good = file("notes.txt", "Low tide.".getBytes(StandardCharsets.UTF_8));
    String bad = file("logo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
    Done asked = run("compare", "--json", "Why?", "-m", MODEL, "--attach", good, "--attach", bad);
    assertThat(asked.status()).isEqualTo(2);
    assertThat(asked.err()).contains("logo.svg is a drawing (SVG).").contains("export it as PNG");
    assertThat(asked.out()).isEmpty();
    assertThat(run("history", "list", "--json").out()).isEmpty();
    assertThat(home().resolve("blobs")).doesNotExist();
    Done gone = run("compare", "Why?", "-m", MODEL, "--attach", folder + "/gone.txt");
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("There is no file ");
  }

  @Test
  void unsavedNothingComesToTheDisk() throws Exception {
    String text = file("notes.txt", "Low tide.".getBytes(StandardCharsets.UTF_8));
    Done asked = run("compare", "--json", "--no-save", "Why?", "-m", MODEL, "--attach", text);
    assertThat(asked.status()).as(asked.err()).isZero();
    assertThat(home().resolve("blobs")).doesNotExist();
    assertThat(run("history", "list", "--json").out()).isEmpty();
  }
}
