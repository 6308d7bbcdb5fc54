package dev.polylogue.cli;

import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.FaultHost.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.provider.FaultHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line to the letter, on a real data folder and a real socket. */
class CommandLineTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Windows NO_WINDOWS =
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

  /** What a command did. */
  private record Done(int status, String out, String err) {
    List<JsonNode> lines() {
      return out.lines().map(JSON::readTree).toList();
    }

    List<JsonNode> events(String name) {
      return lines().stream().filter(line -> line.path("event").asString("").equals(name)).toList();
    }
  }

  private Done run(String... arguments) {
    return runWith("", arguments);
  }

  private Done runWith(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int status = Root.run(arguments, folder.resolve("home"), Workbench::open, NO_WINDOWS, terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void add(FaultHost host, String id) {
    Done done =
        run("providers", "add", id, "--protocol", "openai-chat", "--base-url", host.baseUrl() + "");
    assertThat(done.status()).as(done.err()).isZero();
  }

  @Test
  void comparePrintsTheComparisonThenWordsThenOneDoneForEachPane() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(streamHead() + whole("Añ😀")))) {
      add(host, "h");
      Done done = run("compare", "--json", "Hello", "-m", "h/one", "-m", "h/two/x");
      assertThat(done.status()).isZero();
      assertThat(done.lines().getFirst().path("event").asString()).isEqualTo("comparison");
      assertThat(done.lines().getFirst().path("id").asString()).hasSize(36);
      for (int pane = 0; pane < 2; pane++) {
        assertThat(joined(done, "text", pane)).isEqualTo("Añ😀");
        assertThat(joined(done, "reasoning", pane)).isEqualTo("Hm");
      }
      JsonNode last =
          done.events("done").stream()
              .filter(e -> e.path("pane").asInt() == 1)
              .findFirst()
              .orElseThrow();
      assertThat(new ArrayList<>(last.propertyNames()))
          .containsExactly(
              "event",
              "pane",
              "model",
              "reportedModel",
              "state",
              "text",
              "reasoning",
              "citations",
              "finishReason",
              "usage",
              "cost",
              "firstTokenMillis",
              "totalMillis",
              "requestId",
              "error");
      assertThat(last.path("model").asString()).isEqualTo("h/two/x");
      assertThat(last.path("state").asString()).isEqualTo("complete");
      assertThat(last.path("text").asString()).isEqualTo("Añ😀");
      assertThat(last.path("usage").toString())
          .isEqualTo(
              "{\"inputTokens\":3,\"outputTokens\":4,\"cachedTokens\":null,\"reasoningTokens\":null}");
      assertThat(last.path("cost").isNull()).isTrue();
      assertThat(last.path("error").isNull()).isTrue();
      assertThat(last.path("citations").toString()).isEqualTo("[]");
    }
  }

  @Test
  void aPaneThatFailsMakesTheStatus1AndLeavesTheOthers_F98() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) ->
                request.body().contains("bad")
                    ? wire -> wire.send(answer(429, "text/plain", "slow", "Retry-After: 70"))
                    : wire -> wire.send(streamHead() + whole("fine")))) {
      add(host, "h");
      Done done = run("compare", "--json", "Hello", "-m", "h/bad", "-m", "h/good", "-m", "none/x");
      assertThat(done.status()).isEqualTo(1);
      assertThat(states(done)).containsExactlyInAnyOrder("failed", "complete", "failed");
      JsonNode error =
          done.events("done").stream()
              .filter(e -> e.path("pane").asInt() == 0)
              .findFirst()
              .orElseThrow()
              .path("error");
      assertThat(error.path("kind").asString()).isEqualTo("rate_limit");
      assertThat(error.path("status").asInt()).isEqualTo(429);
      assertThat(error.path("retryAfterSeconds").toString()).isEqualTo("70");
      JsonNode unknown =
          done.events("done").stream()
              .filter(e -> e.path("pane").asInt() == 2)
              .findFirst()
              .orElseThrow()
              .path("error");
      assertThat(unknown.path("kind").asString()).isEqualTo("not_found");
      assertThat(unknown.path("message").asString()).contains("none", "sandbox", "h");
    }
  }

  @Test
  void theNextTurnInAPaneThatFailedWorksAndKnowsTheFirstQuestion() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                number == 0
                    ? wire -> wire.send(answer(500, "text/plain", "oops"))
                    : wire -> wire.send(streamHead() + whole("back")))) {
      add(host, "h");
      Done first = run("compare", "--json", "One?", "-m", "h/m");
      String id = first.lines().getFirst().path("id").asString();
      Done second = run("compare", "--json", "Two?", "--continue", id);
      assertThat(second.status()).isZero();
      assertThat(host.requests().get(1).body()).contains("One?\\n\\nTwo?");
      JsonNode shown = run("history", "show", id, "--json").lines().getFirst();
      JsonNode turns = shown.path("panes").path(0).path("turns");
      assertThat(turns.size()).isEqualTo(2);
      assertThat(turns.path(0).path("user").path("text").asString()).isEqualTo("One?");
      assertThat(turns.path(0).path("replies").path(0).path("state").asString())
          .isEqualTo("failed");
      assertThat(turns.path(1).path("replies").path(0).path("text").asString()).isEqualTo("back");
      assertThat(turns.path(1).path("replies").path(0).path("active").asBoolean()).isTrue();
    }
  }

  @Test
  void noPaneIsSentAnotherPanesAnswer_T13() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) -> {
              String model = request.body().contains("\"model\":\"a\"") ? "alpha" : "beta";
              return wire -> wire.send(streamHead() + whole(model));
            })) {
      add(host, "h");
      Done first = run("compare", "--json", "One?", "-m", "h/a", "-m", "h/b");
      run(
          "compare",
          "--json",
          "Two?",
          "--continue",
          first.lines().getFirst().path("id").asString());
      for (FaultHost.Request request : host.requests()) {
        boolean isA = request.body().contains("\"model\":\"a\"");
        assertThat(request.body()).doesNotContain(isA ? "beta" : "alpha");
      }
      assertThat(host.requests()).hasSize(4);
    }
  }

  @Test
  void settingsGoOnTheWireAndIntoTheHistory() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(streamHead() + whole("x")))) {
      add(host, "h");
      Done done =
          runWith(
              "from standard input\n",
              "compare",
              "-",
              "-m",
              "h/m",
              "--json",
              "--system",
              "Be brief.",
              "--set",
              "temperature=0.5",
              "--set",
              "max_tokens=9",
              "--set",
              "stop=END",
              "--set",
              "seed=7",
              "--set",
              "reasoning_effort=low",
              "--set",
              "top_p=0.9",
              "--set",
              "extra={\"top_k\":40}");
      assertThat(done.status()).as(done.err()).isZero();
      JsonNode sent = JSON.readTree(host.requests().getFirst().body());
      assertThat(sent.path("messages").toString())
          .isEqualTo(
              "[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"from standard input\\n\"}]");
      assertThat(sent.path("temperature").asDouble()).isEqualTo(0.5);
      assertThat(sent.path("max_tokens").asInt()).isEqualTo(9);
      assertThat(sent.path("stop").toString()).isEqualTo("[\"END\"]");
      assertThat(sent.path("seed").asInt()).isEqualTo(7);
      assertThat(sent.path("top_k").asInt()).isEqualTo(40);
      assertThat(sent.path("reasoning_effort").asString()).isEqualTo("low");
      assertThat(sent.path("stream_options").path("include_usage").asBoolean()).isTrue();
      String id = done.lines().getFirst().path("id").asString();
      JsonNode settings =
          run("history", "show", id, "--json")
              .lines()
              .getFirst()
              .path("panes")
              .path(0)
              .path("settings");
      assertThat(settings.path("temperature").asDouble()).isEqualTo(0.5);
      assertThat(settings.path("system").asString()).isEqualTo("Be brief.");
      assertThat(settings.path("extra").asString()).isEqualTo("{\"top_k\":40}");
    }
  }

  @Test
  void extraJsonThatCannotBeUsedSendsNothing() {
    for (String extra :
        List.of("{\"top_k\":}", "[1]", "{\"key\":\"AIza%s\"}".formatted("x".repeat(35)))) {
      Done done = run("compare", "x", "-m", "sandbox/scribe?rate=0", "--set", "extra=" + extra);
      assertThat(done.status()).isEqualTo(2);
      assertThat(done.err()).contains("extra").doesNotContain("xxxxxxx");
    }
    assertThat(run("history", "list", "--json").lines()).isEmpty();
  }

  @Test
  void nothingIsKeptWhenTheUserSaysSo() {
    Done done = run("compare", "--json", "x", "-m", "sandbox/scribe?rate=0&latency=0", "--no-save");
    assertThat(done.status()).isZero();
    assertThat(done.lines().getFirst().path("id").isNull()).isTrue();
    assertThat(run("history", "list", "--json").out()).isEmpty();
  }

  @Test
  void theListIsNewestFirstWithItsPanes() {
    run("compare", "First of all", "-m", "sandbox/scribe?rate=0&latency=0");
    run("compare", "Second", "-m", "sandbox/scribe?rate=0&latency=0", "-m", "sandbox/nothing");
    List<JsonNode> entries = run("--json", "history", "list").lines();
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst().path("title").asString()).isEqualTo("Second");
    assertThat(entries.getFirst().path("panes").toString())
        .isEqualTo("[\"sandbox/scribe?rate=0&latency=0\",\"sandbox/nothing\"]");
    assertThat(entries.getFirst().path("turns").asInt()).isEqualTo(1);
    assertThat(new ArrayList<>(entries.getFirst().propertyNames()))
        .containsExactly("id", "title", "createdAt", "updatedAt", "panes", "turns");
  }

  @Test
  void aPersonSeesHeadingsWordsAndATableOfMetrics() {
    Done done = run("compare", "Why are there tides?", "-m", "sandbox/thinker?rate=0&latency=0");
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .contains("── sandbox/thinker?rate=0&latency=0 ──", "A plan for", "tokens/s", "complete");
  }

  @Test
  void badUsageIsStatus2WithASentence() {
    assertThat(bad("compare", "x")).contains("-m sandbox/scribe");
    assertThat(bad("compare", "x", "-m", "nothing")).contains("provider/model");
    assertThat(bad("compare", "  ", "-m", "sandbox/scribe")).contains("empty");
    assertThat(bad("compare", "x", "-m", "sandbox/scribe", "--set", "colour=red"))
        .contains("temperature", "web_search", "colour=red");
    assertThat(bad("compare", "x", "--continue", "00000000-0000-0000-0000-000000000001"))
        .contains("no comparison");
    assertThat(bad("compare", "x", "--continue", "nonsense")).isNotBlank();
    assertThat(
            bad(
                "providers",
                "add",
                "x",
                "--protocol",
                "openai-chat",
                "--base-url",
                "localhost:8080/v1"))
        .contains("https://");
    assertThat(
            bad(
                "providers",
                "add",
                "x",
                "--protocol",
                "openai-chat",
                "--base-url",
                "http://example.org/v1"))
        .contains("allow-http=true");
    assertThat(bad("providers", "add", "x", "--preset", "nobody")).contains("xai");
    assertThat(bad("providers", "add", "sandbox", "--preset", "xai")).contains("built-in");
    assertThat(bad("providers", "test", "nobody")).contains("nobody");
    assertThat(bad("history", "show", "00000000-0000-0000-0000-000000000001"))
        .contains("no comparison");
    assertThat(bad("history", "show", "nope")).contains("no comparison \"nope\"");
    assertThat(bad("compare", "x", "-m", "sandbox/scribe", "--set", "temperature="))
        .contains("temperature=");
    assertThat(bad("compare", "x", "-m", "sandbox/scribe", "--set", "stop=a", "--set", "stop=b"))
        .contains("twice");
    assertThat(bad("dance")).isNotBlank();
  }

  private String bad(String... arguments) {
    Done done = run(arguments);
    assertThat(done.status()).as(String.join(" ", arguments)).isEqualTo(2);
    return done.err();
  }

  @Test
  void aMissingKeyVariableFailsTheReplyAndNamesTheVariable() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(streamHead() + whole("x")))) {
      run(
          "providers",
          "add",
          "h",
          "--protocol",
          "openai-chat",
          "--base-url",
          host.baseUrl() + "",
          "--key-env",
          "POLYLOGUE_TEST_NO_SUCH_KEY");
      Done done = run("compare", "--json", "x", "-m", "h/m");
      JsonNode error = done.events("done").getFirst().path("error");
      assertThat(error.path("kind").asString()).isEqualTo("auth");
      assertThat(error.path("message").asString()).contains("POLYLOGUE_TEST_NO_SUCH_KEY");
      assertThat(host.requests()).isEmpty();
    }
  }

  @Test
  void providersAreListedTestedAndRemoved() throws Exception {
    String models = "{\"object\":\"list\",\"data\":[{\"id\":\"m1\"},{\"id\":\"m2\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "application/json", models)))) {
      run(
          "providers",
          "add",
          "h",
          "--protocol",
          "openai-chat",
          "--base-url",
          host.baseUrl() + "",
          "--header",
          "x-team=secret-4711",
          "--key-env",
          "PATH");
      Done list = run("providers", "list", "--json");
      assertThat(list.lines()).hasSize(2);
      assertThat(list.lines().get(1).path("keyEnv").asString()).isEqualTo("PATH");
      assertThat(list.out()).doesNotContain("secret-4711").contains("x-team");
      assertThat(run("providers", "test", "h").out()).contains("2 model");
      assertThat(run("models", "--provider", "h").out()).isEqualTo("h/m1\nh/m2\n");
      assertThat(run("providers", "remove", "h").status()).isZero();
      assertThat(run("providers", "list", "--json").lines()).hasSize(1);
    }
  }

  @Test
  void aTestOfAProviderThatIsNotThereSaysWhy() {
    run(
        "providers",
        "add",
        "h",
        "--protocol",
        "openai-chat",
        "--base-url",
        "http://127.0.0.1:1/v1");
    Done done = run("providers", "test", "h", "--json");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.lines().getFirst().path("error").path("kind").asString()).isEqualTo("connect");
  }

  @Test
  void aHistoryThatCannotBeOpenedIsLeftAlone_D18() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path database =
        Files.writeString(home.resolve("polylogue.db"), "this is no database ".repeat(500));
    byte[] before = Files.readAllBytes(database);
    Done done = run("compare", "x", "-m", "sandbox/scribe");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.err()).contains(database.toString());
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void whatAModelWritesCannotSteerTheTerminal_T06() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(streamHead() + whole("\\u001b[2Jgone")))) {
      add(host, "h");
      assertThat(run("compare", "x", "-m", "h/m").out())
          .contains("␛[2Jgone")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void noKeyIsFoundAnywhereInTheDataFolder_T14_T20() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(401, "text/plain", wire.request().head())))) {
      run(
          "providers",
          "add",
          "h",
          "--protocol",
          "openai-chat",
          "--base-url",
          host.baseUrl() + "",
          "--key-env",
          "PATH");
      Done done = run("compare", "--json", "x", "-m", "h/m");
      String key = System.getenv("PATH");
      assertThat(host.requests().getFirst().header("Authorization")).contains(key);
      assertThat(done.out()).doesNotContain(key).contains("key removed");
      try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain(key);
        }
      }
    }
  }

  @Test
  void withoutADisplayTheWindowIsNotTried() {
    Done plain = run();
    assertThat(plain.status()).isEqualTo(1);
    assertThat(plain.err()).contains("no display");
    Done tour = run("--tour-without-display", folder.resolve("pictures").toString());
    assertThat(tour.status()).isEqualTo(71);
    assertThat(tour.out()).contains("no display", folder.resolve("pictures").toString());
  }

  private static List<String> states(Done done) {
    return done.events("done").stream().map(event -> event.path("state").asString()).toList();
  }

  private static String joined(Done done, String kind, int pane) {
    StringBuilder text = new StringBuilder();
    done.events(kind).stream()
        .filter(event -> event.path("pane").asInt() == pane)
        .forEach(event -> text.append(event.path("text").asString()));
    return text.toString();
  }

  private static String whole(String text) {
    return """
        data: {"model":"served","choices":[{"index":0,"delta":{"reasoning":"Hm"}}]}

        data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}

        data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}

        data: [DONE]

        """
        .formatted(text);
  }
}
