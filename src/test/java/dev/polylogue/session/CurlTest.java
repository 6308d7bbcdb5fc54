package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Protocol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command is given to a real shell, in which {@code curl} prints what it was given. */
class CurlTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"It's\"}",
        "{\"a\":\"$HOME `id` $(id) !! \\\\n \\\" \"}",
        "@/etc/passwd",
        "-o /tmp/x",
        "two\nlines '\n'",
        "'; touch hurt; '",
        "Añ😀",
        "END"
      })
  void aShellHandsOverTheBodyToTheLetter(String body) throws Exception {
    List<String> given = given(Curl.of(exchange(body, body.length(), "x: y"), "K"));
    assertThat(given).contains("--data-raw", body);
    assertThat(folder.resolve("hurt")).doesNotExist();
  }

  @Test
  void aLongBodyGoesOverStandardInputToTheLetter() throws Exception {
    String body = "{\"a\":\"END' $HOME `id` \\\\ " + "x".repeat(300_000) + "\"}";
    List<String> given = given(Curl.of(exchange(body, body.length(), "x: y"), "K"));
    assertThat(given).contains("--data-binary", "@-").endsWith(body + "\n");
  }

  @Test
  void whereAKeyStoodTheVariableIsReadAndNothingElse() throws Exception {
    assumeTrue(hasShell());
    List<String> given =
        given(
            Curl.of(
                exchange("{}", 2, "Authorization: [key removed]", "x: a[key removed]b $HOME 'q'"),
                "K"));
    assertThat(given)
        .contains("Authorization: Bearer secret word", "x: asecret wordb $HOME 'q'")
        .contains("https://host.example/v1?a='b'&c=$HOME");
  }

  @Test
  void aVariableWithAnOddNameIsNotPutIntoTheCommand() {
    Exchange exchange = exchange("{}", 2, "api-key: [key removed]");
    assertThat(Curl.of(exchange, "X; rm")).contains("'api-key: '\"$API_KEY\"");
    assertThat(Curl.of(exchange, null)).contains("\"$API_KEY\"");
  }

  @Test
  void aCutBodyIsSaidInAComment() {
    assertThat(Curl.of(exchange("{\"a\"", 9, "x: y"), "K"))
        .startsWith("# The body is cut: 4 of 9 bytes were kept");
  }

  @Test
  void charactersThatSteerATerminalAreWrittenOut_T06() {
    assertThat(Curl.of(exchange("{\"a\":\"\u009b\u202e\"}", 11, "x: y"), "K"))
        .contains("\\u009b\\u202e");
  }

  private List<String> given(String command) throws Exception {
    assumeTrue(hasShell(), "there is no POSIX shell here");
    Path script =
        Files.writeString(
            folder.resolve("script"),
            """
            curl() {
              for word in "$@"; do printf '%%s\\0' "$word"; done
              case "$*" in *"@-") cat ;; esac
            }
            %s
            """
                .formatted(command));
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", script.toString())
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    shell.environment().putAll(Map.of("K", "secret word", "LC_ALL", "C.UTF-8"));
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return List.of(out.split("\0"));
  }

  private static boolean hasShell() {
    return Files.isExecutable(Path.of("/bin/sh"));
  }

  private static Exchange exchange(String body, long size, String... headers) {
    return new Exchange(
        "p",
        Protocol.OPENAI_CHAT,
        new Exchange.Request(
            "POST",
            "https://host.example/v1?a='b'&c=$HOME",
            List.of(headers).stream()
                .map(line -> line.split(": ", 2))
                .map(pair -> new Exchange.Header(pair[0], pair[1]))
                .toList(),
            Bytes.of(body),
            size),
        null);
  }
}
