package dev.polylogue.provider.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Answers of real hosts, read again in pieces of every size. */
class RecordedImagesTest {
  private static final Map<String, String> CHATS =
      Map.of(
          "chat_", "It is a chat.",
          "batch_", "It is a batch.",
          ".chunks.txt", "It is a chat.",
          "openai-text", "It is a chat.",
          "reasoning-model", "It is a chat.");

  @TestFactory
  Stream<DynamicNode> imagesOfOpenAi() {
    return Stream.of("vercel-ai", "ruby_llm")
        .map(
            source ->
                dynamicContainer(
                    source, Recording.replays("openai/" + source, CHATS, this::checkOpenAi)));
  }

  private void checkOpenAi(Recording recording, FaultHost host) throws Exception {
    String model = recording.name().contains("gpt-image-2") ? "gpt-image-2" : "gpt-image-1.5";
    Drawn drawn =
        Studio.draw(
            Studio.at(PictureForm.OPENAI, host.baseUrl(), Map.of()),
            Studio.edit(
                Studio.known("openai", model),
                List.of(Studio.photo(3, 2)),
                null,
                PictureOptions.USUAL));
    Map<String, Object> answer = recording.payloads().getFirst();
    if (!Recording.child(answer, "error").isEmpty()) {
      assertThat(drawn.failure().message())
          .contains(Recording.string(Recording.child(answer, "error"), "message"));
      return;
    }
    List<Map<String, Object>> data = Recording.children(answer, "data");
    assertThat(drawn.pictures())
        .hasSize(data.size())
        .first()
        .isEqualTo(Base64.getDecoder().decode(Recording.string(data.getFirst(), "b64_json")));
    assertThat(drawn.mediaTypes()).allMatch("image/png"::equals);
    String rewritten = Recording.string(data.getFirst(), "revised_prompt");
    if (!rewritten.isEmpty()) {
      assertThat(drawn.warnings()).contains("The provider rewrote the instruction: " + rewritten);
    }
    Map<String, Object> usage = Recording.child(answer, "usage");
    if (usage.isEmpty()) {
      assertThat(drawn.usage()).isNull();
      return;
    }
    assertThat(drawn.usage())
        .isEqualTo(
            Usage.of(
                ((Integer) usage.get("input_tokens")).longValue(),
                ((Integer) usage.get("output_tokens")).longValue(),
                null,
                null));
    assertThat(Objects.requireNonNull(drawn.cost()).amount())
        .isEqualByComparingTo(model.equals("gpt-image-2") ? "0.004172" : "0.011821");
  }

  /** The picture itself was not recorded: another one stands at an address of the same host. */
  @TestFactory
  Stream<DynamicNode> imagesOfXai() {
    return Recording.replays("xai/ruby_llm", CHATS, this::checkXai);
  }

  private void checkXai(Recording recording, FaultHost unused) throws Exception {
    String told = new String(recording.body(), StandardCharsets.UTF_8);
    try (FaultHost host =
        FaultHost.deciding(
            (number, request) ->
                number > 0
                    ? RecordedImagesTest::jpeg
                    : wire ->
                        wire.send(
                            FaultHost.answer(
                                200,
                                "application/json",
                                told.replace(
                                    "https://imgen.x.ai", "http://" + request.header("Host")))))) {
      Drawn drawn =
          Studio.draw(Studio.at(PictureForm.XAI, host.baseUrl(), Map.of()), Studio.edit(1));
      assertThat(drawn.pictures()).containsExactly(Studio.jpeg());
      assertThat(drawn.mediaTypes()).containsExactly("image/jpeg");
      assertThat(Objects.requireNonNull(drawn.cost()).amount()).isEqualByComparingTo("0.07");
      assertThat(host.requests().getLast().head()).contains("/xai-imgen/");
    }
  }

  private static void jpeg(FaultHost.Wire wire) throws IOException {
    wire.send("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(Studio.jpeg().length));
    wire.send(Studio.jpeg());
  }
}
