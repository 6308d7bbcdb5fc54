package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One recorded answer, and what it says: read as plain maps in a few lines that share nothing with
 * the program's own reader.
 */
record RecordedAnswer(
    String name, boolean isStream, byte[] body, List<Map<String, Object>> payloads) {
  private static final JsonMapper JSON = new JsonMapper();

  static List<RecordedAnswer> allBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.toString().contains("request.json"))
          .filter(file -> !file.toString().contains("response.json"))
          .filter(file -> file.toString().matches(".*\\.(chunks\\.txt|sse|json)"))
          .sorted()
          .flatMap(file -> read(folder, file).stream())
          .toList();
    }
  }

  private static Optional<RecordedAnswer> read(Path folder, Path file) {
    try {
      String text = Files.readString(file);
      boolean chunks = file.toString().endsWith(".chunks.txt");
      boolean stream = chunks || file.toString().endsWith(".sse");
      List<Map<String, Object>> payloads = new ArrayList<>();
      StringBuilder wire = new StringBuilder();
      for (String line : stream ? text.split("\r?\n") : new String[] {text}) {
        String payload =
            chunks || !stream ? line : line.startsWith("data:") ? line.substring(5) : "";
        if (!payload.isBlank() && !payload.strip().equals("[DONE]")) {
          payloads.add(object(payload));
          wire.append("data: ").append(payload).append("\n\n");
        }
      }
      if (payloads.stream().noneMatch(RecordedAnswer::isCompletion)) {
        return Optional.empty();
      }
      byte[] body =
          chunks
              ? (wire + "data: [DONE]\n\n").getBytes(StandardCharsets.UTF_8)
              : Files.readAllBytes(file);
      return Optional.of(
          new RecordedAnswer(folder.relativize(file).toString(), stream, body, payloads));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String json) {
    return JSON.readValue(json, Map.class);
  }

  private static boolean isCompletion(Map<String, Object> payload) {
    return payload.get("object") instanceof String object && object.startsWith("chat.completion");
  }

  String text() {
    StringBuilder text = new StringBuilder();
    words().forEach(words -> addContent(words.get("content"), "text", text));
    return text.toString();
  }

  String reasoning() {
    StringBuilder text = new StringBuilder();
    for (Map<String, Object> words : words()) {
      Object thought = words.get("reasoning_content");
      Object other = words.get("reasoning");
      if (thought instanceof String string && !string.isEmpty()) {
        text.append(string);
      } else if (other instanceof String string) {
        text.append(string);
      }
      if (words.get("content") instanceof List<?> parts) {
        addContent(parts, "thinking", text);
      }
    }
    return text.toString();
  }

  private static void addContent(@Nullable Object content, String kind, StringBuilder text) {
    if (content instanceof String string && kind.equals("text")) {
      text.append(string);
    } else if (content instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof Map<?, ?> map && kind.equals(map.get("type"))) {
          addContent(map.get(kind), "text", text);
        }
      }
    }
  }

  /** Addresses in the order in which they are first named. */
  List<String> citations() {
    Set<String> urls = new LinkedHashSet<>();
    for (Map<String, Object> words : words()) {
      if (words.get("annotations") instanceof List<?> annotations) {
        annotations.forEach(
            one -> urls.add(String.valueOf(child((Map<?, ?>) one, "url_citation").get("url"))));
      }
    }
    for (Map<String, Object> payload : payloads) {
      if (payload.get("citations") instanceof List<?> listed) {
        listed.forEach(url -> urls.add(url.toString()));
      }
    }
    return List.copyOf(urls);
  }

  @Nullable String finishReason() {
    return choices()
        .map(choice -> choice.get("finish_reason"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  @Nullable String model() {
    return payloads.stream()
        .map(payload -> payload.get("model"))
        .filter(model -> model != null && !model.equals(""))
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  boolean isError() {
    return payloads.stream().anyMatch(payload -> payload.get("error") != null);
  }

  @Nullable Usage usage() {
    Map<?, ?> last = null;
    for (Map<String, Object> payload : payloads) {
      Object groq = payload.get("x_groq") instanceof Map<?, ?> extra ? extra.get("usage") : null;
      Object usage = payload.get("usage") != null ? payload.get("usage") : groq;
      last = usage instanceof Map<?, ?> found ? found : last;
    }
    if (last == null) {
      return null;
    }
    Long input = number(last, "prompt_tokens");
    Long output = number(last, "completion_tokens");
    Long total = number(last, "total_tokens");
    Long thought = number(child(last, "completion_tokens_details"), "reasoning_tokens");
    Long hit = number(last, "prompt_cache_hit_tokens");
    Long cached = number(child(last, "prompt_tokens_details"), "cached_tokens");
    cached = cached == null ? hit : cached;
    if (cached != null && input != null) {
      cached = Math.min(cached, input);
    }
    if (thought != null && input != null && output != null && total != null) {
      output = total == input + output + thought ? Long.valueOf(total - input) : output;
    }
    Long written = number(child(last, "prompt_tokens_details"), "cache_write_tokens");
    Long searches = number(child(last, "server_tool_use_details"), "web_search_requests");
    return new Usage(input, output, cached, thought, written, searches);
  }

  private static Map<?, ?> child(Map<?, ?> map, String name) {
    return map.get(name) instanceof Map<?, ?> child ? child : Map.of();
  }

  private static @Nullable Long number(Map<?, ?> map, String name) {
    return switch (map.get(name)) {
      case Integer small -> Long.valueOf(small);
      case Long large -> large;
      case BigInteger _ -> null;
      case null, default -> null;
    };
  }

  @SuppressWarnings("unchecked")
  private Stream<Map<String, Object>> choices() {
    return payloads.stream()
        .map(payload -> payload.get("choices"))
        .filter(List.class::isInstance)
        .flatMap(choices -> ((List<Map<String, Object>>) choices).stream());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> words() {
    return choices()
        .map(choice -> choice.get(choice.get("delta") == null ? "message" : "delta"))
        .filter(Map.class::isInstance)
        .map(words -> (Map<String, Object>) words)
        .toList();
  }
}
