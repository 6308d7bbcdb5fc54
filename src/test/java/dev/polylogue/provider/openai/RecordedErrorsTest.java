package dev.polylogue.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recorded refusals of real hosts, each with the status and headers it had. Also sees to it that no
 * recording of these hosts goes unread: each is an answer, a refusal, or named as left out.
 */
class RecordedErrorsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> HOSTS =
      List.of(
          "azure",
          "deepseek",
          "groq",
          "lmstudio",
          "mistral",
          "ollama",
          "openai",
          "openrouter",
          "perplexity",
          "xai");

  /** What a person reads in each recording of a refusal, by part of its name. */
  private static final Map<String, FailureKind> KINDS =
      Map.of(
          "auth_error", FailureKind.AUTH,
          "handles_context_length", FailureKind.CONTEXT_LENGTH,
          "legacy-parameter-error", FailureKind.BAD_REQUEST,
          "temperature-error", FailureKind.BAD_REQUEST);

  /** Azure counts tokens against its rate first. */
  private static final String RATE_FIRST = "azure";

  @TestFactory
  Stream<DynamicTest> everyOtherRecordingIsToldApart() throws IOException {
    Path streams = Path.of(System.getProperty("polylogue.streams", "../shared/streams"));
    if (!Files.isDirectory(streams)) {
      return Stream.of(
          dynamicTest(
              "recordings are missing at " + streams,
              () -> abort("No recordings at " + streams.toAbsolutePath())));
    }
    Set<String> read =
        Stream.concat(
                RecordedAnswer.allBelow(streams).stream().map(RecordedAnswer::name),
                RecordedResponse.allBelow(streams).stream()
                    .map(answer -> answer.name().replaceAll(" #\\d+$", "")))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(streams)) {
      return files
          .filter(file -> HOSTS.contains(streams.relativize(file).getName(0).toString()))
          .filter(
              file ->
                  file.toString()
                      .matches(".*(\\.chunks\\.txt|\\.sse|\\.jsonl|(?<!request|response)\\.json)"))
          .filter(file -> !read.contains(streams.relativize(file).toString()))
          .sorted()
          .map(file -> test(streams.relativize(file).toString(), file))
          .toList()
          .stream();
    }
  }

  private static DynamicTest test(String name, Path file) {
    return dynamicTest(name, () -> refused(name, file));
  }

  private static void refused(String name, Path file) throws Exception {
    if (name.contains("batch_with") || name.contains("image")) {
      abort("Batches and pictures without a chat are no part of a conversation: " + name);
    }
    String body = Files.readString(file);
    Map<?, ?> recorded = response(file);
    int status = recorded.get("code") instanceof Integer code ? code : 400;
    assertThat(status).as(name).isGreaterThanOrEqualTo(400);
    String answer = FaultHost.answer(status, "application/octet-stream", body, headers(recorded));
    for (Protocol protocol : List.of(Protocol.OPENAI_CHAT, Protocol.OPENAI_RESPONSES)) {
      try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
        Reply reply = Ask.over(protocol).at(host.baseUrl());
        assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
        assertThat(Answers.failure(reply).kind()).isEqualTo(expected(name));
        assertThat(Answers.failure(reply).status()).isEqualTo(status);
        assertThat(Answers.failure(reply).message()).contains(words(body));
        assertThat(host.requests()).hasSize(1);
      }
    }
  }

  private static FailureKind expected(String name) {
    if (name.startsWith(RATE_FIRST) && name.contains("handles_context_length")) {
      return FailureKind.RATE_LIMIT;
    }
    return KINDS.entrySet().stream()
        .filter(entry -> name.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody reads " + name));
  }

  private static String words(String body) {
    Map<?, ?> said = JSON.readValue(body, Map.class);
    Object error = said.get("error");
    if (error instanceof Map<?, ?> object) {
      return String.valueOf(object.get("message"));
    }
    return String.valueOf(error == null ? said.get("detail") : error);
  }

  private static Map<?, ?> response(Path file) throws IOException {
    Path beside = Path.of(file.toString().replaceAll("\\.body\\.json$", ".response.json"));
    if (beside.equals(file) || !Files.exists(beside)) {
      return Map.of();
    }
    Map<?, ?> whole = JSON.readValue(Files.readString(beside), Map.class);
    return Map.of(
        "code", ((Map<?, ?>) whole.get("status")).get("code"), "headers", whole.get("headers"));
  }

  private static String[] headers(Map<?, ?> recorded) {
    return recorded.get("headers") instanceof Map<?, ?> all
        ? all.entrySet().stream()
            .filter(entry -> entry.getKey().toString().startsWith("retry-after"))
            .map(entry -> entry.getKey() + ": " + ((List<?>) entry.getValue()).getFirst())
            .toArray(String[]::new)
        : new String[0];
  }
}
