package dev.polylogue.provider.faults;

import static dev.polylogue.provider.faults.Phrases.event;

import dev.polylogue.provider.Provider;
import dev.polylogue.provider.gemini.GenerateContent;
import dev.polylogue.provider.http.Endpoint;
import okhttp3.OkHttpClient;

/** Gemini ({@code providers.md}, 7.2): chunks of which none opens or closes the answer. */
final class GeminiPhrases implements Phrases {
  @Override
  public String opening() {
    return event(
        "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\"}}],\"modelVersion\":\"m-1\",\"responseId\":\"r1\"}");
  }

  @Override
  public String text(String words) {
    return event(part("{\"text\":\"" + words + "\"}", ""));
  }

  @Override
  public String thought(String words) {
    return event(part("{\"text\":\"" + words + "\",\"thought\":true}", ""));
  }

  private static String part(String part, String rest) {
    return "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\",\"parts\":["
        + part
        + "]}"
        + rest
        + "}]}";
  }

  @Override
  public String finish(String reason) {
    return event("{\"candidates\":[{\"index\":0,\"finishReason\":\"" + told(reason) + "\"}]}");
  }

  private static String told(String reason) {
    return switch (reason) {
      case "stop" -> "STOP";
      case "length" -> "MAX_TOKENS";
      default -> "SAFETY";
    };
  }

  @Override
  public String done() {
    return "";
  }

  @Override
  public String error(String message, String type) {
    String status =
        type.startsWith("overloaded")
            ? "503,\"status\":\"UNAVAILABLE\""
            : "500,\"status\":\"INTERNAL\"";
    return event("{\"error\":{\"message\":\"" + message + "\",\"code\":" + status + "}}");
  }

  @Override
  public String unknown() {
    return event("{\"news\":{\"y\":[1,null,true]}}")
        + event(part("{\"hologram\":{\"beam\":\"abc\"},\"x\":1}", ",\"zzz\":{\"a\":1}"));
  }

  @Override
  public String plain(String words) {
    return "[" + part("{\"text\":\"" + words + "\"}", ",\"finishReason\":\"STOP\"") + "]";
  }

  @Override
  public String counted(String input, String output) {
    return event(
        "{\"candidates\":[{\"index\":0,\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":%s,\"candidatesTokenCount\":%s}}"
            .formatted(input, output));
  }

  @Override
  public String picture(String mediaType, String base64) {
    return event(
        part(
            "{\"inlineData\":{\"mimeType\":\"" + mediaType + "\",\"data\":\"" + base64 + "\"}}",
            ""));
  }

  @Override
  public Provider provider(OkHttpClient client, Endpoint endpoint) {
    return new GenerateContent(client, endpoint);
  }
}
