package dev.polylogue.provider.faults;

import static dev.polylogue.provider.faults.Phrases.named;

import dev.polylogue.provider.Provider;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.openai.Responses;
import okhttp3.OkHttpClient;

/** Responses ({@code providers.md}, 5.2): thoughts in item 0, words in item 1. */
final class ResponsesPhrases implements Phrases {
  @Override
  public String opening() {
    return named(
            "response.created",
            ",\"response\":{\"id\":\"resp_1\",\"model\":\"m-1\",\"status\":\"in_progress\",\"output\":[]}")
        + named(
            "response.output_item.added",
            ",\"output_index\":1,\"item\":{\"id\":\"msg_1\",\"type\":\"message\",\"content\":[]}");
  }

  @Override
  public String text(String words) {
    return named(
        "response.output_text.delta",
        ",\"output_index\":1,\"content_index\":0,\"delta\":\"" + words + "\"");
  }

  @Override
  public String thought(String words) {
    return named(
        "response.reasoning_summary_text.delta",
        ",\"output_index\":0,\"summary_index\":0,\"delta\":\"" + words + "\"");
  }

  @Override
  public String finish(String reason) {
    return switch (reason) {
      case "stop" -> ended("completed", "");
      case "length" -> cut("max_output_tokens");
      default -> cut(reason);
    };
  }

  private static String cut(String reason) {
    return ended("incomplete", ",\"incomplete_details\":{\"reason\":\"" + reason + "\"}");
  }

  private static String ended(String status, String rest) {
    return named(
        "response." + status,
        ",\"response\":{\"id\":\"resp_1\",\"status\":\""
            + status
            + "\",\"output\":[]"
            + rest
            + "}");
  }

  @Override
  public String done() {
    return "";
  }

  /** As the description has it, and once more in the failed response, which OpenAI sends too. */
  @Override
  public String error(String message, String type) {
    String error = "\"code\":\"" + type + "\",\"message\":\"" + message + "\"";
    return named("error", "," + error) + ended("failed", ",\"error\":{" + error + "}");
  }

  @Override
  public String unknown() {
    return named("response.news.delta", ",\"output_index\":9,\"delta\":{\"y\":[1,null,true]}")
        + named(
            "response.output_item.added",
            ",\"output_index\":8,\"item\":{\"type\":\"news_call\",\"x\":1}")
        + named("keepalive", "");
  }

  @Override
  public String plain(String words) {
    return "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m-1\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\""
        + words
        + "\"}]}],\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
  }

  @Override
  public String counted(String input, String output) {
    return ended(
        "completed",
        ",\"usage\":{\"input_tokens\":%s,\"output_tokens\":%s}".formatted(input, output));
  }

  @Override
  public String picture(String mediaType, String base64) {
    String format = mediaType.substring("image/".length());
    return named(
        "response.output_item.done",
        ",\"output_index\":2,\"item\":{\"type\":\"image_generation_call\",\"output_format\":\""
            + format
            + "\",\"result\":\""
            + base64
            + "\"}");
  }

  @Override
  public Provider provider(OkHttpClient client, Endpoint endpoint) {
    return new Responses(client, endpoint);
  }
}
