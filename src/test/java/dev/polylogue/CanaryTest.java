package dev.polylogue;

import static dev.polylogue.provider.FaultHost.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.cli.Root;
import dev.polylogue.cli.Terminal;
import dev.polylogue.cli.Windows;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.secret.OwnSession;
import dev.polylogue.secret.SessionStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random keys go through the whole program, to a host that echoes them wherever it can; afterwards
 * they are nowhere but in the store that was chosen (T14, T25, T26).
 */
class CanaryTest {
  @TempDir private Path folder;
  private final String inEnvironment = canary();
  private final String inFile = canary();
  private final String inKeychain = canary();
  private final CanaryScan scan = new CanaryScan(List.of(inEnvironment, inFile, inKeychain));
  private final List<String> hits = new CopyOnWriteArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private Path home;
  private Path temp;

  private static String canary() {
    return "canary-" + UUID.randomUUID() + "&=+,{}\"\\/";
  }

  @BeforeEach
  void folders() throws Exception {
    home = folder.resolve("home");
    temp = Files.createDirectory(folder.resolve("temp"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keysAreNowhereButInTheirStore_T14_T25_T26() throws Exception {
    try (FaultHost host = FaultHost.deciding((number, request) -> echoing(number, request))) {
      String address = host.baseUrl().toString();
      run("", add("env", address, "--key-env", "CANARY_KEY"));
      run(inFile + "\n", add("file", address, "--key-stdin", "--key-store", "file"));
      inProcess(inKeychain, add("chain", address, "--key-stdin"));
      run("", "compare", "--json", "Hello", "-m", "env/m", "-m", "file/m");
      run("", "compare", "Hello again", "-m", "env/m", "-m", "file/m");
      inProcess("", "compare", "--json", "Hello", "-m", "chain/m");
      inProcess("", "compare", "--json", "Hello", "-m", "chain/m");
      run("", "providers", "test", "file");
      run("", "providers", "test", "env", "--json");
      run("", "providers", "list", "--json");
      run("", "history", "list", "--json");
      assertThat(host.requests()).hasSizeGreaterThanOrEqualTo(8);
      assertThat(host.requests())
          .extracting(request -> request.header("Authorization"))
          .anyMatch(sent -> sent.contains(inFile.substring(0, 40)))
          .anyMatch(sent -> sent.contains(inEnvironment.substring(0, 40)))
          .anyMatch(sent -> sent.contains(inKeychain.substring(0, 40)));
    }
    assertThat(said).contains("key removed");
    hits.addAll(scan.in("output", said.toString()));
    hits.addAll(scan.below(folder));
    Path store = home.resolve("keys");
    assertThat(Files.readString(store)).contains(inFile);
    assertThat(hits).allMatch(hit -> hit.startsWith(store + ": " + inFile));
    assertThat(hits).isNotEmpty();
  }

  @Test
  void theScanFindsWhatItIsToFind() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var zip = new java.util.zip.GZIPOutputStream(packed)) {
      zip.write(inFile.getBytes(StandardCharsets.UTF_8));
    }
    try (var connection =
        java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("some.db"))) {
      connection.createStatement().execute("CREATE TABLE t (b BLOB)");
      var insert = connection.prepareStatement("INSERT INTO t VALUES (?)");
      insert.setBytes(1, packed.toByteArray());
      insert.execute();
    }
    assertThat(scan.below(folder)).singleElement().asString().contains("t.b unpacked");
    assertThat(scan.in("x", "a " + inKeychain.replace("\"", "\\\"").replace("\\/", "\\\\/")))
        .isNotEmpty();
  }

  private static String[] add(String id, String address, String... key) {
    List<String> command =
        new ArrayList<>(
            List.of("providers", "add", id, "--protocol", "openai-chat", "--base-url", address));
    command.addAll(List.of(key));
    return command.toArray(String[]::new);
  }

  /** By turns a refusal, an answer that breaks off with an error, and a page; each with the key. */
  private FaultHost.Script echoing(int number, FaultHost.Request request) {
    hits.addAll(scan.inArguments(ProcessHandle.current()));
    String key = request.header("Authorization").substring("Bearer ".length());
    String utf8 = new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String quoted = utf8.replace("\\", "\\\\").replace("\"", "\\\"");
    String ascii = "x-request-id: req-" + key.replaceAll("[^\\x20-\\x7e].*", "");
    return switch (number % 3) {
      case 0 ->
          wire ->
              wire.send(
                  answer(
                      401,
                      "application/json",
                      "{\"error\":{\"message\":\"Wrong key " + quoted + "\"}}",
                      "x-echo: " + key,
                      ascii));
      case 1 ->
          wire ->
              wire.send(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-echo: "
                      + key
                      + "\r\n"
                      + ascii
                      + "\r\nConnection: close\r\n\r\n"
                      + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Some\"}}]}\n\n"
                      + "data: {\"error\":{\"message\":\"No more for "
                      + quoted
                      + "\"}}\n\n");
      default -> wire -> wire.send(answer(400, "text/plain", request.head() + utf8));
    };
  }

  /** The real program, in a process of its own. */
  private void run(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(OwnSession.java(Polylogue.class));
    command.add(1, "-Djava.io.tmpdir=" + temp);
    command.addAll(List.of("--home", home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of("HOME", folder.toString(), "CANARY_KEY", inEnvironment, "LC_ALL", "C.UTF-8"));
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    process.waitFor();
  }

  private final SessionStore keychain = new SessionStore();

  /** The same program with a keychain that is only played. */
  private void inProcess(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream, stream);
    Root.run(arguments, home, folder -> Workbench.open(folder, keychain), NONE, terminal);
    stream.flush();
    said.append(out.toString(StandardCharsets.UTF_8));
  }

  private static final Windows NONE =
      new Windows() {
        @Override
        public boolean hasDisplay() {
          return false;
        }

        @Override
        public int open(Path home) {
          return 1;
        }

        @Override
        public int tour(Path home, Path out) {
          return 1;
        }
      };
}
