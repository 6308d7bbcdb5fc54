package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One recorded answer of the Responses dialect, and what it says: read from the finished response
 * alone, as plain maps, where the program's own reader goes by the events before it.
 */
record RecordedResponse(
    String name, boolean isStream, byte[] body, List<Map<String, Object>> payloads) {
  private static final JsonMapper JSON = new JsonMapper();

  static List<RecordedResponse> allBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file ->
                  file.toString()
                      .matches(".*(\\.chunks\\.txt|\\.sse|(?<!request|response)\\.json)"))
          .sorted()
          .flatMap(file -> read(folder.relativize(file).toString(), file).stream())
          .toList();
    }
  }

  /** One file may hold several answers behind one another. */
  private static List<RecordedResponse> read(String name, Path file) {
    try {
      String text = Files.readString(file);
      if (!name.endsWith(".chunks.txt") && !name.endsWith(".sse")) {
        Map<String, Object> payload = object(text);
        return "response".equals(payload.get("object"))
            ? List.of(
                new RecordedResponse(
                    name, false, text.getBytes(StandardCharsets.UTF_8), List.of(payload)))
            : List.of();
      }
      return name.endsWith(".sse") ? sse(name, text) : chunks(name, text);
    } catch (JacksonException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RecordedResponse> sse(String name, String text) {
    List<Map<String, Object>> payloads =
        text.lines()
            .filter(line -> line.startsWith("data:") && !line.endsWith("[DONE]"))
            .map(line -> object(line.substring(5)))
            .toList();
    return isOurs(payloads)
        ? List.of(new RecordedResponse(name, true, text.getBytes(StandardCharsets.UTF_8), payloads))
        : List.of();
  }

  private static List<RecordedResponse> chunks(String name, String text) {
    List<RecordedResponse> answers = new ArrayList<>();
    List<Map<String, Object>> payloads = new ArrayList<>();
    StringBuilder wire = new StringBuilder();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      Map<String, Object> payload = object(line);
      if ("response.created".equals(payload.get("type")) && !payloads.isEmpty()) {
        answers.add(answer(name + " #" + (answers.size() + 1), wire, payloads));
        payloads = new ArrayList<>();
        wire.setLength(0);
      }
      payloads.add(payload);
      wire.append("event: ").append(payload.get("type")).append('\n');
      wire.append("data: ").append(line).append("\n\n");
    }
    answers.add(answer(name + " #" + (answers.size() + 1), wire, payloads));
    return isOurs(payloads) ? answers : List.of();
  }

  private static RecordedResponse answer(
      String name, StringBuilder wire, List<Map<String, Object>> payloads) {
    return new RecordedResponse(
        name, true, wire.toString().getBytes(StandardCharsets.UTF_8), payloads);
  }

  private static boolean isOurs(List<Map<String, Object>> payloads) {
    return !payloads.isEmpty() && "response.created".equals(payloads.getFirst().get("type"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String json) {
    return JSON.readValue(json, Map.class);
  }

  private Map<?, ?> response() {
    Map<String, Object> last = payloads.getLast();
    return last.get("response") instanceof Map<?, ?> response ? response : last;
  }

  private List<Map<?, ?>> output(String type) {
    return maps(response().get("output")).stream()
        .filter(item -> type.equals(item.get("type")))
        .toList();
  }

  private static List<Map<?, ?>> maps(@Nullable Object list) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (list instanceof List<?> elements) {
      elements.forEach(element -> maps.add((Map<?, ?>) element));
    }
    return maps;
  }

  private static String string(Map<?, ?> map, String name) {
    return Objects.toString(map.get(name), "");
  }

  private static String joined(List<String> pieces) {
    return String.join("\n\n", pieces.stream().filter(piece -> !piece.isEmpty()).toList());
  }

  String text() {
    return joined(
        output("message").stream()
            .map(
                message ->
                    String.join(
                        "",
                        maps(message.get("content")).stream()
                            .map(part -> string(part, "text"))
                            .toList()))
            .toList());
  }

  String reasoning() {
    List<String> pieces = new ArrayList<>();
    for (Map<?, ?> item : output("reasoning")) {
      maps(item.get("summary")).forEach(part -> pieces.add(string(part, "text")));
      maps(item.get("content")).forEach(part -> pieces.add(string(part, "text")));
    }
    return joined(pieces);
  }

  /** What the answer cites, else what its searches looked at. */
  List<Part.Citation> citations() {
    Map<String, Part.Citation> found = new LinkedHashMap<>();
    for (Map<?, ?> message : output("message")) {
      for (Map<?, ?> part : maps(message.get("content"))) {
        for (Map<?, ?> annotation : maps(part.get("annotations"))) {
          String url = string(annotation, "url");
          String title = string(annotation, "title");
          found.putIfAbsent(url, new Part.Citation(url, title.isEmpty() ? null : title));
        }
      }
    }
    if (found.isEmpty()) {
      for (Map<?, ?> search : output("web_search_call")) {
        Map<?, ?> action = search.get("action") instanceof Map<?, ?> is ? is : Map.of();
        List<Map<?, ?>> places = new ArrayList<>(maps(action.get("sources")));
        places.add(action);
        for (Map<?, ?> place : places) {
          String url = string(place, "url").replaceAll("#ws_call_id=.*", "");
          if (!url.isEmpty()) {
            found.putIfAbsent(url, new Part.Citation(url, null));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  List<Part.Search> queries() {
    List<Part.Search> queries = new ArrayList<>();
    for (Map<?, ?> search : output("web_search_call")) {
      Map<?, ?> action = search.get("action") instanceof Map<?, ?> is ? is : Map.of();
      if (action.get("queries") instanceof List<?> several) {
        several.stream()
            .map(Object::toString)
            .filter(query -> !query.contains("ws_call_id"))
            .forEach(query -> queries.add(new Part.Search(query)));
      } else if (action.containsKey("query")) {
        queries.add(new Part.Search(string(action, "query")));
      } else if (search.get("arguments") instanceof String arguments) {
        queries.add(new Part.Search(string(object(arguments), "query")));
      }
    }
    return queries;
  }

  List<Part.ToolCall> calls() {
    return output("function_call").stream()
        .map(
            call ->
                new Part.ToolCall(
                    string(call, "call_id"), string(call, "name"), string(call, "arguments")))
        .toList();
  }

  /** Sizes of the pictures in bytes. */
  List<Long> pictures() {
    return output("image_generation_call").stream()
        .map(call -> (long) Base64.getDecoder().decode(string(call, "result")).length)
        .toList();
  }

  /** Encrypted reasoning as it stood when each item was done, which is what must go back. */
  List<String> encrypted() {
    List<Map<?, ?>> items = new ArrayList<>();
    if (isStream) {
      payloads.stream()
          .filter(payload -> "response.output_item.done".equals(payload.get("type")))
          .forEach(payload -> items.add((Map<?, ?>) payload.get("item")));
    } else {
      items.addAll(maps(response().get("output")));
    }
    return items.stream()
        .map(item -> item.get("encrypted_content"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  String model() {
    Object first = payloads.getFirst().get("response");
    return string(first instanceof Map<?, ?> response ? response : response(), "model");
  }

  boolean isFailed() {
    return "failed".equals(response().get("status"));
  }

  @Nullable String finishReason() {
    if (isFailed()) {
      return null;
    }
    return calls().isEmpty() ? "stop" : "tool_calls";
  }

  @Nullable Usage usage() {
    if (!(response().get("usage") instanceof Map<?, ?> usage)) {
      return null;
    }
    Map<?, ?> details = child(usage, "input_tokens_details");
    Map<?, ?> tools = child(usage, "server_side_tool_usage_details");
    Long tooled = number(usage, "num_server_side_tools_used");
    long searched = queries().isEmpty() ? 0 : searching();
    Long searches =
        searched > 0 ? Long.valueOf(searched) : tooled != null && tooled == 0 ? tooled : null;
    if (tools.containsKey("web_search_calls")) {
      searches = number(tools, "web_search_calls") + number(tools, "x_search_calls");
    }
    return new Usage(
        number(usage, "input_tokens"),
        number(usage, "output_tokens"),
        number(details, "cached_tokens"),
        number(child(usage, "output_tokens_details"), "reasoning_tokens"),
        number(details, "cache_write_tokens"),
        searches);
  }

  private long searching() {
    return output("web_search_call").stream()
        .map(search -> search.get("action") instanceof Map<?, ?> is ? is : search)
        .filter(
            action ->
                action.containsKey("query")
                    || action.containsKey("queries")
                    || action.containsKey("arguments"))
        .count();
  }

  /** In ticks of 1e-10 dollars. */
  @Nullable Long ticks() {
    return response().get("usage") instanceof Map<?, ?> usage
        ? number(usage, "cost_in_usd_ticks")
        : null;
  }

  private static Map<?, ?> child(Map<?, ?> map, String name) {
    return map.get(name) instanceof Map<?, ?> child ? child : Map.of();
  }

  private static @Nullable Long number(Map<?, ?> map, String name) {
    return map.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }
}
