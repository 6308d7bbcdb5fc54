package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The searches of a Responses answer. What was searched for stands in {@code action}, in older
 * recordings of xAI in {@code arguments}, and for its {@code x_search} in the {@code input} of a
 * custom tool call ({@code providers.md}, 5.2 and 10).
 */
final class Queries {
  /** DeepSeek puts the id of the call among the queries and behind addresses. */
  private static final String CALL_ID = "ws_call_id=";

  private final Set<Integer> known = new HashSet<>();
  private final List<String> visited = new ArrayList<>();
  private long searches;

  static boolean isSearch(String type) {
    return type.equals("web_search_call")
        || type.equals("x_search_call")
        || type.equals("custom_tool_call");
  }

  /** Tells what is searched for as soon as it is known, once for each item. */
  void item(int index, JsonNode item, Consumer<ChatEvent> out) {
    List<String> queries = queries(item);
    if (!queries.isEmpty() && known.add(index)) {
      searches++;
      queries.forEach(query -> out.accept(new ChatEvent.Searched(query)));
    }
  }

  /** Remembers which pages a finished search found or opened. */
  void visits(JsonNode item) {
    JsonNode action = item.path("action");
    for (JsonNode source : action.path("sources")) {
      visit(Json.text(source.path("url")));
    }
    visit(Json.text(action.path("url")));
  }

  private void visit(String url) {
    int marker = url.indexOf("#" + CALL_ID);
    String address = marker < 0 ? url : url.substring(0, marker);
    if (!address.isBlank()) {
      visited.add(address);
    }
  }

  /** For an answer that cites nothing. */
  List<String> visited() {
    return visited;
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** Items that searched; opening a page is none. */
  long searches() {
    return searches;
  }

  private static List<String> queries(JsonNode item) {
    JsonNode action = item.path("action");
    List<String> queries = new ArrayList<>();
    for (JsonNode query : action.path("queries")) {
      add(Json.text(query), queries);
    }
    if (queries.isEmpty()) {
      add(Json.text(action.path("query")), queries);
    }
    if (queries.isEmpty()) {
      add(queryIn(Json.text(item.path(item.has("input") ? "input" : "arguments"))), queries);
    }
    return queries;
  }

  private static void add(String query, List<String> queries) {
    if (!query.isBlank() && !query.startsWith(CALL_ID)) {
      queries.add(query);
    }
  }

  /**
   * @param arguments JSON, possibly cut off
   */
  private static String queryIn(String arguments) {
    try {
      return arguments.isBlank() ? "" : Json.text(Json.parse(arguments).path("query"));
    } catch (JacksonException e) {
      return "";
    }
  }
}
