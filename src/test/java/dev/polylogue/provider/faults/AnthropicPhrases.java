package dev.polylogue.provider.faults;

import static dev.polylogue.provider.faults.Phrases.named;

import dev.polylogue.provider.Provider;
import dev.polylogue.provider.anthropic.AnthropicMessages;
import dev.polylogue.provider.http.Endpoint;
import okhttp3.OkHttpClient;

/** Anthropic Messages ({@code providers.md}, 6.2): thoughts in block 0, words in block 1. */
final class AnthropicPhrases implements Phrases {
  @Override
  public String opening() {
    return named(
            "message_start",
            ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m-1\",\"content\":[],\"stop_reason\":null}")
        + block(0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}")
        + block(1, "{\"type\":\"text\",\"text\":\"\"}")
        + named("ping", "");
  }

  private static String block(int index, String block) {
    return named("content_block_start", ",\"index\":" + index + ",\"content_block\":" + block);
  }

  @Override
  public String text(String words) {
    return delta(1, "text_delta", "text", words);
  }

  @Override
  public String thought(String words) {
    return delta(0, "thinking_delta", "thinking", words);
  }

  private static String delta(int index, String type, String field, String words) {
    return named(
        "content_block_delta",
        ",\"index\":%d,\"delta\":{\"type\":\"%s\",\"%s\":\"".formatted(index, type, field)
            + words
            + "\"}");
  }

  @Override
  public String finish(String reason) {
    String told =
        switch (reason) {
          case "stop" -> "end_turn";
          case "length" -> "max_tokens";
          default -> "refusal";
        };
    return named("content_block_stop", ",\"index\":0")
        + named("content_block_stop", ",\"index\":1")
        + named("message_delta", ",\"delta\":{\"stop_reason\":\"" + told + "\"},\"usage\":{}")
        + named("message_stop", "");
  }

  @Override
  public String done() {
    return "";
  }

  @Override
  public String error(String message, String type) {
    return named("error", ",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message + "\"}");
  }

  @Override
  public String unknown() {
    return named("news", ",\"x\":{\"y\":[1,null,true]}")
        + block(7, "{\"type\":\"hologram\",\"x\":1}")
        + delta(7, "hologram_delta", "beam", "abc")
        + named("content_block_stop", ",\"index\":7");
  }

  @Override
  public String plain(String words) {
    return "{\"id\":\"msg_1\",\"type\":\"message\",\"model\":\"m-1\",\"content\":[{\"type\":\"text\",\"text\":\""
        + words
        + "\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
  }

  @Override
  public String counted(String input, String output) {
    return named(
            "message_delta",
            ",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"input_tokens\":%s,\"output_tokens\":%s}"
                .formatted(input, output))
        + named("message_stop", "");
  }

  @Override
  public String picture(String mediaType, String base64) {
    throw new UnsupportedOperationException("a message holds no pictures");
  }

  @Override
  public Provider provider(OkHttpClient client, Endpoint endpoint) {
    return new AnthropicMessages(client, endpoint);
  }
}
