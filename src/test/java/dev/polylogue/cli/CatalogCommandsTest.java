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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the catalogue does for the command line, on a real data folder and a real socket. */
class CatalogCommandsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANSWER =
      streamHead()
          + """
          data: {"choices":[{"index":0,"delta":{"content":"Yes"},"finish_reason":"stop"}]}

          data: {"choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200}}

          data: [DONE]

          """;

  @TempDir private Path folder;

  private record Done(int status, String out, String err) {
    List<JsonNode> lines() {
      return out.lines().map(JSON::readTree).toList();
    }

    JsonNode line(String field, String value) {
      return lines().stream()
          .filter(line -> line.path(field).asString("").equals(value))
          .findFirst()
          .orElseThrow();
    }
  }

  private Done run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int status = Root.run(arguments, home(), Workbench::open, NoWindows.HERE, terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void add(FaultHost host, String id, String... options) {
    List<String> words =
        new ArrayList<>(List.of("providers", "add", id, "--protocol", "openai-chat", "--base-url"));
    words.add(host.baseUrl().toString());
    for (String option : options) {
      words.add("--option");
      words.add(option);
    }
    Done done = run(words.toArray(String[]::new));
    assertThat(done.status()).as(done.err()).isZero();
  }

  @Test
  void aPriceThatChangesLaterLeavesWhatWasPaid() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(ANSWER))) {
      add(host, "x", "catalog=xai");
      Done asked = run("compare", "--json", "Hello", "-m", "x/grok-4.3");
      assertThat(asked.line("event", "done").path("cost").toString())
          .isEqualTo("{\"amount\":0.00175,\"currency\":\"USD\",\"source\":\"computed\"}");
      Files.writeString(
          home().resolve("models.json"),
          """
          {"models": [{"id": "grok-4.3",
            "prices": [{"input": 900, "output": 900, "source": "a rise", "asOf": "2026-11"}]}]}
          """);
      assertThat(run("models", "--provider", "x", "--like", "grok 4.3", "--json").out())
          .contains("900");
      String id = asked.line("event", "comparison").path("id").asString();
      assertThat(run("history", "show", id, "--json").out())
          .contains("{\"amount\":0.00175,\"currency\":\"USD\",\"source\":\"computed\"}");
    }
  }

  @Test
  void modelsTellWhatIsKnownAndNullForTheRest() throws Exception {
    String list = "{\"data\":[{\"id\":\"grok-4.3\"},{\"id\":\"grok-3\"},{\"id\":\"secret\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "application/json", list)))) {
      add(host, "x", "catalog=xai");
      Done done = run("models", "--provider", "x", "--json");
      JsonNode grok = done.line("model", "x/grok-4.3");
      assertThat(new ArrayList<>(grok.propertyNames()))
          .containsExactly(
              "model",
              "provider",
              "name",
              "contextWindow",
              "outputLimit",
              "capabilities",
              "price",
              "retired");
      assertThat(grok.path("contextWindow").asInt()).isEqualTo(1_000_000);
      assertThat(grok.path("outputLimit").isNull()).isTrue();
      assertThat(grok.path("capabilities").toString()).contains("pictures", "reasoning");
      assertThat(grok.path("price").toString())
          .startsWith("{\"input\":1.25,\"cached\":0.2,\"output\":2.5,\"currency\":\"USD\"")
          .contains("genai-prices", "\"asOf\":\"2026-09-01\"");
      assertThat(done.line("model", "x/grok-3").path("retired").path("since").asString())
          .isEqualTo("2026-05-15");
      JsonNode unknown = done.line("model", "x/secret");
      assertThat(unknown.path("capabilities").isNull()).isTrue();
      assertThat(unknown.path("price").isNull()).isTrue();
      assertThat(unknown.path("retired").isNull()).isTrue();
    }
  }

  @Test
  void aProviderWithoutAListHasThatOfTheCatalogue() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(404, "text/plain", "no list")))) {
      add(host, "x", "catalog=xai");
      add(host, "bare");
      Done done = run("models", "--provider", "x");
      assertThat(done.status()).isZero();
      assertThat(done.out()).contains("x/grok-4.7\n").doesNotContain("x/grok-3\n");
      assertThat(done.err()).contains("x: not_found:").contains("catalogue");
      assertThat(run("models", "--provider", "bare").status()).isEqualTo(1);
      assertThat(run("providers", "test", "x").status()).isEqualTo(1);
    }
  }

  @Test
  void theSameModelIsOfferedWhereverItRuns() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(404, "text/plain", "no list")))) {
      add(host, "x", "catalog=xai");
      add(host, "az", "catalog=azure", "underlying.my-grok=grok-4.3");
      try (FaultHost router =
          FaultHost.playing(
              wire ->
                  wire.send(
                      answer(
                          200,
                          "application/json",
                          "{\"data\":[{\"id\":\"x-ai/grok-4.3\"},{\"id\":\"qwen/qwen3\"}]}")))) {
        add(router, "or", "catalog=openrouter");
        assertThat(run("models", "--like", "grok 4.3").out().lines())
            .containsExactly("x/grok-4.3", "az/my-grok", "az/grok-4.3", "or/x-ai/grok-4.3");
        assertThat(run("models", "--like", "x/grok-4.3").out().lines()).hasSize(4);
        assertThat(run("models", "--like", "grok").out().lines())
            .contains("x/grok-4.7", "az/grok-4.7", "az/my-grok", "or/x-ai/grok-4.3")
            .doesNotContain("or/qwen/qwen3", "x/grok-3");
        assertThat(run("models", "--like", "Grok 3").out().lines())
            .containsExactly("x/grok-3", "az/grok-3");
      }
    }
  }

  @Test
  void aMissingModelThatWasRetiredIsExplainedWithItsSuccessor() throws Exception {
    String missing = "{\"error\":{\"message\":\"The model does not exist\"}}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(404, "application/json", missing)))) {
      add(host, "x", "catalog=xai");
      JsonNode error =
          run("compare", "--json", "Hello", "-m", "x/grok-3").line("event", "done").path("error");
      assertThat(error.path("kind").asString()).isEqualTo("not_found");
      assertThat(error.path("status").asInt()).isEqualTo(404);
      assertThat(error.path("message").asString())
          .startsWith("xAI retired Grok 3 on 15 May 2026")
          .contains("Its successor is grok-4.3.", "The model does not exist");
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aRetiredModelStillWorksWhereItIsServed() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(ANSWER))) {
      add(host, "x", "catalog=xai");
      JsonNode done = run("compare", "--json", "Hello", "-m", "x/grok-3").line("event", "done");
      assertThat(done.path("state").asString()).isEqualTo("complete");
      assertThat(done.path("cost").path("amount").asDouble()).isEqualTo(0.006);
    }
  }

  @Test
  void presetsAreListedAndTheRetiredOnesExplained() {
    List<JsonNode> presets = run("providers", "presets", "--json").lines();
    assertThat(presets).hasSizeGreaterThan(18);
    JsonNode xai = run("providers", "presets", "--json").line("id", "xai");
    assertThat(xai.path("protocols").toString())
        .isEqualTo("[\"openai-responses\",\"openai-chat\"]");
    assertThat(xai.path("options").path("search").asString()).isEqualTo("web_search,x_search");
    assertThat(run("providers", "presets").out()).contains("GitHub Models", "retired:");
    Done refused = run("providers", "add", "gh", "--preset", "github");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("30 July 2026", "preset azure");
  }

  @Test
  void aProtocolOfOnesOwnWinsOverThePresets() {
    Done added = run("providers", "add", "x", "--preset", "xai", "--protocol", "openai-chat");
    assertThat(added.status()).as(added.err()).isZero();
    JsonNode listed = run("providers", "list", "--json").line("id", "x");
    assertThat(listed.path("protocol").asString()).isEqualTo("openai-chat");
    assertThat(listed.path("options").toString())
        .contains("\"search\":\"none\"", "\"catalog\":\"xai\"", "max_completion_tokens");
  }

  @Test
  void aBadCatalogueOfOnesOwnIsToldAndNotFatal() throws Exception {
    Files.createDirectories(home());
    Files.writeString(home().resolve("models.json"), "{");
    Done done = run("models", "--provider", "sandbox");
    assertThat(done.status()).isZero();
    assertThat(done.err()).contains("models.json", "left out");
  }
}
