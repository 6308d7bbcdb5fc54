package dev.polylogue.provider.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says in an error, whatever shape it chose ({@code providers.md}, 12.1).
 *
 * @param message the provider's own words, empty when there are none
 * @param code its codes and types in lower case, joined by blanks
 */
public record ErrorBody(String message, String code) {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
  private static final int LONGEST = 600;

  /** Reads a body of which nothing is certain: JSON, HTML or plain text. */
  public static ErrorBody read(String body) {
    String text = body.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return of(Json.parse(text));
      } catch (JacksonException e) {
        return new ErrorBody(shorten(text), "");
      }
    }
    return new ErrorBody(shorten(text.startsWith("<") ? titleOf(text) : text), "");
  }

  /** Reads a JSON object that is known to be an error. */
  public static ErrorBody of(JsonNode root) {
    JsonNode node = root.isArray() && !root.isEmpty() ? root.get(0) : root;
    JsonNode error = node.path("error");
    String message =
        first(
            Json.text(error.path("message")),
            Json.text(error),
            Json.text(node.path("message")),
            detail(node.path("detail")),
            shorten(node.toString()));
    String raw = Json.text(error.path("metadata").path("raw"));
    String code =
        String.join(
            " ",
            Json.text(error.path("code")),
            Json.text(error.path("type")),
            Json.text(error.path("status")),
            Json.text(error.path("metadata").path("error_type")),
            Json.text(error.path("innererror").path("code")),
            Json.text(node.path("code")),
            Json.text(node.path("type")));
    String whole = raw.isEmpty() || message.contains(raw) ? message : message + ": " + raw;
    return new ErrorBody(shorten(whole), code.toLowerCase(Locale.ROOT).strip());
  }

  /** Whether a payload that came with status 200 is an error all the same. */
  public static boolean isError(JsonNode node) {
    JsonNode error = node.path("error");
    boolean named = error.isObject() ? !error.isEmpty() : !Json.text(error).isEmpty();
    return named
        || Json.text(node.path("type")).equals("error")
        || Json.text(node.path("object")).equals("error");
  }

  private static String detail(JsonNode detail) {
    return detail.isArray() && !detail.isEmpty()
        ? Json.text(detail.get(0).path("msg"))
        : Json.text(detail);
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (!candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return "";
  }

  private static String titleOf(String html) {
    Matcher title = TITLE.matcher(html);
    String text = title.find() ? title.group(1) : MARKUP.matcher(html).replaceAll(" ");
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
