package dev.polylogue.provider.faults;

import static dev.polylogue.provider.faults.Phrases.event;

import dev.polylogue.provider.Provider;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.openai.ChatCompletions;
import okhttp3.OkHttpClient;

/** Chat Completions ({@code providers.md}, 4.2). */
final class ChatPhrases implements Phrases {
  @Override
  public String opening() {
    return event(
        "{\"id\":\"c-1\",\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}");
  }

  @Override
  public String text(String words) {
    return delta("{\"content\":\"" + words + "\"}");
  }

  @Override
  public String thought(String words) {
    return delta("{\"reasoning_content\":\"" + words + "\"}");
  }

  private static String delta(String delta) {
    return event("{\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}");
  }

  @Override
  public String finish(String reason) {
    return event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
  }

  @Override
  public String done() {
    return "data: [DONE]\n\n";
  }

  @Override
  public String error(String message, String type) {
    return event("{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\"}}");
  }

  @Override
  public String unknown() {
    return event("{\"object\":\"news\",\"choices\":[],\"x\":{\"y\":[1,null,true]}}")
        + event("{\"choices\":[{\"index\":0,\"delta\":{\"zzz\":{\"a\":1}},\"padding\":\"abc\"}]}");
  }

  @Override
  public String plain(String words) {
    return "{\"model\":\"m-1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + words
        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}";
  }

  @Override
  public String counted(String input, String output) {
    return finish("stop")
        + event(
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":%s}}"
                .formatted(input, output));
  }

  @Override
  public String picture(String mediaType, String base64) {
    return delta(
        "{\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:"
            + mediaType
            + ";base64,"
            + base64
            + "\"}}]}");
  }

  @Override
  public Provider provider(OkHttpClient client, Endpoint endpoint) {
    return new ChatCompletions(client, endpoint);
  }
}
