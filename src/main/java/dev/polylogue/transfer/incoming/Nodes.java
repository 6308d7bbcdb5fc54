package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads values that may be absent, null, or of another kind than expected. */
final class Nodes {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
  private static final double LATEST = 32_503_680_000.0; // the year 3000

  private Nodes() {}

  /** {@code ""} where there is no text. */
  static String text(JsonNode node, String name) {
    return string(node.path(name));
  }

  static String string(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }

  /** Whether it is words, or holds anything. */
  static boolean isSomething(JsonNode node) {
    return !node.isEmpty() || !string(node).isBlank();
  }

  static @Nullable String orNull(JsonNode node, String name) {
    String text = text(node, name);
    return text.isBlank() ? null : text;
  }

  /** A missing node where it is no JSON. */
  static JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** Seconds since 1970 with a fraction, also as text, or a date and time as text. */
  static @Nullable Instant moment(JsonNode node) {
    if (node.isNumber()) {
      return moment(node.doubleValue());
    }
    String text = string(node).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (SECONDS.matcher(text).matches()) {
      return moment(Double.parseDouble(text));
    }
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      return isLikely((double) moment.getEpochSecond()) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant moment(double seconds) {
    return isLikely(seconds) ? Instant.ofEpochMilli(Math.round(seconds * 1000)) : null;
  }

  private static boolean isLikely(double seconds) {
    return seconds > 0 && seconds < LATEST;
  }
}
