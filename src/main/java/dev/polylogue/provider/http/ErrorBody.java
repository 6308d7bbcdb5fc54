package dev.polylogue.provider.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says in an error, whatever shape it chose ({@code providers.md}, 12.1).
 *
 * @param message the provider's own words, empty when there are none
 * @param code its codes, types and reasons in lower case, joined by blanks
 * @param retryAfterSeconds how long it asks to wait in the body, as Gemini does, or null
 */
public record ErrorBody(String message, String code, @Nullable Double retryAfterSeconds) {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
  private static final Pattern DELAY = Pattern.compile("(\\d+(?:\\.\\d+)?)s");
  private static final int LONGEST = 600;

  /** Without a hint when to come back. */
  public ErrorBody(String message, String code) {
    this(message, code, null);
  }

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
    JsonNode node = root.isArray() && !root.isEmpty() ? errorIn(root) : root;
    JsonNode response = node.path("response");
    JsonNode error = isFailedResponse(node) ? response.path("error") : node.path("error");
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
            reasons(error.path("details")),
            Json.text(node.path("code")),
            Json.text(node.path("type")));
    String whole = raw.isEmpty() || message.contains(raw) ? message : message + ": " + raw;
    List<String> filters =
        ContentFilters.stoppedInError(error, response.isObject() ? response : node);
    String why = filters.isEmpty() ? "" : " Stopped by: " + String.join(", ", filters) + ".";
    return new ErrorBody(
        shorten(whole) + why, code.toLowerCase(Locale.ROOT).strip(), delay(error.path("details")));
  }

  /** The element of an array that is the error, else its first. */
  private static JsonNode errorIn(JsonNode array) {
    for (JsonNode element : array) {
      if (isError(element)) {
        return element;
      }
    }
    return array.get(0);
  }

  /**
   * {@code details} is an object with {@code error_code} at Anthropic; at Gemini an array with a
   * {@code reason} and the {@code quotaId}s that were used up.
   */
  private static String reasons(JsonNode details) {
    List<String> found = new ArrayList<>();
    found.add(Json.text(details.path("error_code")));
    for (JsonNode detail : details) {
      found.add(Json.text(detail.path("reason")));
      for (JsonNode violation : detail.path("violations")) {
        found.add(Json.text(violation.path("quotaId")));
      }
    }
    return String.join(" ", found).strip();
  }

  /** {@code "retryDelay": "34.4s"} in Gemini's {@code RetryInfo} ({@code providers.md}, 12.4). */
  private static @Nullable Double delay(JsonNode details) {
    for (JsonNode detail : details) {
      Matcher written = DELAY.matcher(Json.text(detail.path("retryDelay")));
      if (written.matches()) {
        return Double.valueOf(written.group(1));
      }
    }
    return null;
  }

  /** Whether a payload that came with status 200 is an error all the same. */
  public static boolean isError(JsonNode node) {
    if (node.isArray()) {
      return !node.isEmpty() && isError(errorIn(node));
    }
    JsonNode error = node.path("error");
    boolean named = error.isObject() ? !error.isEmpty() : !Json.text(error).isEmpty();
    return named
        || isFailedResponse(node)
        || Json.text(node.path("type")).equals("error")
        || Json.text(node.path("object")).equals("error");
  }

  /** The last event of a Responses stream that failed says so one level deeper. */
  private static boolean isFailedResponse(JsonNode node) {
    return Json.text(node.path("type")).equals("response.failed")
        && node.path("response").path("error").isObject();
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
