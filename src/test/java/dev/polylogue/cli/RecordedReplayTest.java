package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.FaultHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every recorded stream is asked for over a socket, kept, and read again from the history: the same
 * has to come out. The recordings lie outside this repository, at the property {@code
 * polylogue.streams}.
 */
class RecordedReplayTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NUMBER = Pattern.compile("\\br(\\d+)\\b");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatWasKeptReadsTheSame(Protocol protocol) throws Exception {
    Path streams = Path.of(System.getProperty("polylogue.streams", "../shared/streams"));
    assumeTrue(Files.isDirectory(streams), "no recordings at " + streams.toAbsolutePath());
    List<String> recordings = recordings(streams, protocol);
    assertThat(recordings).hasSizeGreaterThan(4);
    Commands commands = new Commands(folder.resolve("home"));
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) ->
                wire -> wire.send(FaultHost.streamHead() + recordings.get(number(request))))) {
      Commands.Done added =
          commands.run(
              "providers",
              "add",
              "h",
              "--protocol",
              protocol.word(),
              "--base-url",
              host.baseUrl().toString());
      assumeTrue(added.status() == 0, added.err());
      List<String> arguments = new ArrayList<>(List.of("compare", "Hello"));
      for (int i = 0; i < recordings.size(); i++) {
        arguments.addAll(List.of("-m", "h/r" + i));
      }
      commands.run(arguments.toArray(String[]::new));
    }
    String id = commands.run("history", "list", "--json").lines().getFirst().path("id").asString();
    Commands.Done done = commands.run("history", "replay", id, "--json");
    assertThat(done.lines()).hasSize(recordings.size());
    assertThat(done.lines())
        .filteredOn(reply -> !reply.path("same").asBoolean())
        .extracting(reply -> reply.path("differences").toString())
        .isEmpty();
    assertThat(done.status()).isZero();
  }

  /** The model's name is in the path or in the body. */
  private static int number(FaultHost.Request request) {
    return (request.head().lines().findFirst().orElse("") + request.body())
        .transform(NUMBER::matcher)
        .results()
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> recordings(Path streams, Protocol protocol) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(streams)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        boolean chunks = file.toString().endsWith(".chunks.txt");
        if (chunks || file.toString().endsWith(".sse")) {
          String text = Files.readString(file);
          if (protocol(text, chunks).equals(Optional.of(protocol))) {
            found.add(chunks ? wire(text, protocol) : text);
          }
        }
      }
    }
    return found;
  }

  private static Optional<Protocol> protocol(String text, boolean chunks) {
    Optional<String> first =
        text.lines()
            .filter(line -> chunks ? !line.isBlank() : line.startsWith("data:"))
            .map(line -> chunks ? line : line.substring(5))
            .findFirst();
    try {
      return first.map(JSON::readTree).flatMap(RecordedReplayTest::protocol);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Protocol> protocol(JsonNode first) {
    String type = first.path("type").asString("");
    if (first.path("object").asString("").startsWith("chat.completion")) {
      return Optional.of(Protocol.OPENAI_CHAT);
    }
    if (type.startsWith("response.")) {
      return Optional.of(Protocol.OPENAI_RESPONSES);
    }
    if (type.equals("message_start")) {
      return Optional.of(Protocol.ANTHROPIC);
    }
    return first.has("candidates") ? Optional.of(Protocol.GEMINI) : Optional.empty();
  }

  private static String wire(String chunks, Protocol protocol) {
    StringBuilder wire = new StringBuilder();
    chunks
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              String type = JSON.readTree(line).path("type").asString("");
              wire.append(type.isEmpty() ? "" : "event: " + type + "\n");
              wire.append("data: ").append(line).append("\n\n");
            });
    return protocol == Protocol.OPENAI_CHAT ? wire + "data: [DONE]\n\n" : wire.toString();
  }
}
