package dev.polylogue.cli;

import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.FaultHost.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.FaultHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Retries, exchanges and replays on the command line, on a real data folder and socket. */
class ExchangeCommandsTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void prepare() {
    commands = new Commands(folder.resolve("home"));
  }

  @Test
  void aWaitIsOneEventBeforeTheWords_F27() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        number == 0
                            ? answer(429, "text/plain", "slow", "retry-after-ms: 20")
                            : whole("there")))) {
      commands.add(host, "h");
      Commands.Done done = commands.run("compare", "--json", "Hello", "-m", "h/m");
      assertThat(done.status()).isZero();
      JsonNode retry = done.lines().get(1);
      assertThat(retry.propertyNames()).containsExactly("event", "pane", "inSeconds", "reason");
      assertThat(retry.path("event").asString()).isEqualTo("retry");
      assertThat(retry.path("pane").asInt()).isZero();
      assertThat(retry.path("inSeconds").asDouble()).isEqualTo(0.02);
      assertThat(retry.path("reason").asString()).contains("429");
      assertThat(done.events("retry")).hasSize(1);
      assertThat(done.events("done").getFirst().path("text").asString()).isEqualTo("there");
      assertThat(host.requests()).hasSize(2);
    }
  }

  @Test
  void aPersonIsToldOfTheWait_F27() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        number == 0
                            ? answer(503, "text/plain", "busy", "retry-after-ms: 100")
                            : whole("there")))) {
      commands.add(host, "h");
      assertThat(commands.run("compare", "Hello", "-m", "h/m").out())
          .contains("again in 0.1 s (attempt 2 of 3)", "there");
    }
  }

  @Test
  void theExchangeShowsWhatWentOutAndCameBackWithoutTheKey_T14() throws Exception {
    String key = System.getenv("PATH");
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    answer(
                        401,
                        "text/plain",
                        wire.request().head(),
                        "x-echo: " + wire.request().header("Authorization"),
                        "Set-Cookie: session=4711")))) {
      commands.add(host, "h", "--header", "x-auth-token=header-4711");
      commands.run("compare", "--json", "Hello", "-m", "h/m");
      String id = comparison();
      Commands.Done done = commands.run("history", "exchange", id, "--json");
      assertThat(done.status()).isZero();
      assertThat(done.out()).doesNotContain(key).doesNotContain("4711");
      JsonNode exchange = done.lines().getFirst().path("exchanges").path(0);
      assertThat(exchange.path("protocol").asString()).isEqualTo("openai-chat");
      assertThat(exchange.path("request").path("url").asString())
          .isEqualTo(host.baseUrl() + "/chat/completions");
      assertThat(exchange.path("request").path("body").asString())
          .isEqualTo(host.requests().getFirst().body());
      assertThat(header(exchange.path("request"), "Authorization")).isEqualTo("[key removed]");
      assertThat(header(exchange.path("request"), "x-auth-token")).isEqualTo("[key removed]");
      assertThat(header(exchange.path("request"), "Content-Type")).startsWith("application/json");
      assertThat(exchange.path("response").path("status").asInt()).isEqualTo(401);
      assertThat(header(exchange.path("response"), "x-echo")).isEqualTo("Bearer [key removed]");
      assertThat(exchange.path("response").path("body").asString())
          .contains("Authorization: Bearer [key removed]", "x-auth-token: [key removed]");
      assertThat(commands.run("history", "exchange", id).out())
          .contains("> POST ", "< 401")
          .doesNotContain(key);
    }
  }

  @Test
  void nothingOfAnUnsavedRoundIsKept() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("passing-4711")))) {
      commands.add(host, "h");
      commands.run("compare", "--json", "Hello-4711", "-m", "h/m", "--no-save");
      for (Path file : files()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("4711");
      }
    }
  }

  @Test
  void aReplayReadsTheSameWithoutTheNetworkAndWithoutTheProvider() throws Exception {
    String id;
    try (FaultHost host =
        FaultHost.deciding(
            (number, request) ->
                wire -> {
                  if (request.body().contains("\"bad\"")) {
                    wire.send(answer(400, "application/json", "{\"error\":{\"message\":\"no\"}}"));
                  } else if (request.body().contains("\"cut\"")) {
                    wire.send(streamHead() + words("beginn"));
                  } else {
                    wire.send(whole("Añ😀"));
                  }
                })) {
      commands.add(host, "h");
      commands.run("compare", "Hello", "-m", "h/good", "-m", "h/bad", "-m", "h/cut");
      id = comparison();
    }
    commands.run("providers", "remove", "h");
    Commands.Done done = commands.run("history", "replay", id, "--json");
    assertThat(done.status()).as(done.out()).isZero();
    assertThat(done.lines()).hasSize(3).allMatch(line -> line.path("same").asBoolean());
    JsonNode good = done.lines().getFirst();
    assertThat(good.path("event").asString()).isEqualTo("done");
    assertThat(good.path("state").asString()).isEqualTo("complete");
    assertThat(good.path("text").asString()).isEqualTo("Añ😀");
    assertThat(good.path("reasoning").asString()).isEqualTo("Hm");
    assertThat(good.path("usage").path("inputTokens").asInt()).isEqualTo(3);
    assertThat(good.path("differences").toString()).isEqualTo("[]");
    assertThat(done.lines().get(1).path("error").path("kind").asString()).isEqualTo("bad_request");
    assertThat(done.lines().get(2).path("state").asString()).isEqualTo("interrupted");
    String reply = good.path("reply").asString();
    assertThat(commands.run("history", "replay", reply).out())
        .isEqualTo("same     " + reply + "  h/good\n");
  }

  @Test
  void onlyTheLastAttemptIsReadAgain() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        number == 0
                            ? answer(429, "text/plain", "slow", "retry-after-ms: 1")
                            : whole("there")))) {
      commands.add(host, "h");
      commands.run("compare", "Hello", "-m", "h/m");
      String id = comparison();
      assertThat(
              commands
                  .run("history", "exchange", id, "--json")
                  .lines()
                  .getFirst()
                  .path("exchanges")
                  .size())
          .isEqualTo(2);
      assertThat(commands.run("history", "replay", id).status()).isZero();
      assertThat(host.requests()).hasSize(2);
    }
  }

  @Test
  void anExchangeInAFileIsReplayedAndADifferenceIsToldWithStatus1() throws Exception {
    String printed;
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("there")))) {
      commands.add(host, "h");
      commands.run("compare", "Hello", "-m", "h/m");
      printed = commands.run("history", "exchange", comparison(), "--json").out();
    }
    Commands elsewhere = new Commands(folder.resolve("elsewhere"));
    Path same = Files.writeString(folder.resolve("same.json"), printed);
    assertThat(elsewhere.run("history", "replay", "--file", same.toString()).status()).isZero();
    Path other =
        Files.writeString(
            folder.resolve("other.json"),
            printed
                .replace("\"text\":\"there\"", "\"text\":\"then\"")
                .replace("\"inputTokens\":3", "\"inputTokens\":5"));
    Commands.Done done = elsewhere.run("history", "replay", "--json", "--file", other.toString());
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.lines().getFirst().path("same").asBoolean()).isFalse();
    assertThat(done.lines().getFirst().path("differences").toString())
        .contains("text: from character 3 stored \\\"n\\\", read again \\\"re\\\"", "usage");
    Path nonsense = Files.writeString(folder.resolve("nonsense.json"), "{\"a\":1}");
    assertThat(elsewhere.run("history", "replay", "--file", nonsense.toString()).status())
        .isEqualTo(2);
  }

  @Test
  void aMissingOrCutResponseIsSaid() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead());
              String much = words("x".repeat(60_000));
              for (int i = 0; i < 150; i++) {
                wire.send(much);
              }
              wire.send(whole("").substring(streamHead().length()));
            })) {
      commands.add(host, "h");
      commands.run("compare", "Hello", "-m", "h/m");
      String id = comparison();
      JsonNode response =
          commands
              .run("history", "exchange", id, "--json")
              .lines()
              .getFirst()
              .path("exchanges")
              .path(0)
              .path("response");
      assertThat(response.path("body").asString()).hasSize(8 << 20);
      assertThat(response.path("bodySize").asLong()).isGreaterThan(9_000_000);
      Commands.Done done = commands.run("history", "replay", id);
      assertThat(done.status()).isEqualTo(1);
      assertThat(done.out()).contains("only 8388608 of");
    }
    commands.run("compare", "Hello", "-m", "h/gone");
    Commands.Done done = commands.run("history", "replay", comparison());
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.out()).contains("response: none came");
  }

  @Test
  void theCurlCommandAsksTheEnvironmentForTheKey() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("there")))) {
      commands.add(host, "h");
      commands.run("compare", "It's $HOME `x`", "-m", "h/m");
      String command = commands.run("history", "exchange", comparison(), "--curl").out();
      assertThat(command)
          .startsWith("curl -N -X 'POST' '" + host.baseUrl() + "/chat/completions'")
          .contains("-H 'Authorization: Bearer '\"$PATH\"", "It'\\''s $HOME `x`");
    }
  }

  @Test
  void anUnknownNameIsBadUsage() {
    String nobody = "00000000-0000-0000-0000-000000000001";
    assertThat(commands.run("history", "exchange", nobody).status()).isEqualTo(2);
    assertThat(commands.run("history", "replay", nobody).status()).isEqualTo(2);
    assertThat(commands.run("history", "replay").status()).isEqualTo(2);
  }

  @Test
  void addingAndRemovingAProviderCanAnswerInJson() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> {})) {
      JsonNode added = commands.add(host, "h", "--json").lines().getFirst();
      assertThat(added.path("id").asString()).isEqualTo("h");
      assertThat(added.path("protocol").asString()).isEqualTo("openai-chat");
      assertThat(added.path("keyEnv").asString()).isEqualTo("PATH");
      assertThat(commands.run("providers", "remove", "h", "--json").out())
          .isEqualTo("{\"id\":\"h\",\"removed\":true}\n");
    }
  }

  private String comparison() {
    return commands.run("history", "list", "--json").lines().getFirst().path("id").asString();
  }

  private List<Path> files() throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String header(JsonNode message, String name) {
    for (JsonNode header : message.path("headers")) {
      if (header.path("name").asString().equalsIgnoreCase(name)) {
        return header.path("value").asString();
      }
    }
    return "";
  }

  private static String words(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  private static String whole(String text) {
    return streamHead()
        + "data: {\"model\":\"served\",\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"Hm\"}}]}\n\n"
        + words(text)
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\n"
        + "data: [DONE]\n\n";
  }
}
