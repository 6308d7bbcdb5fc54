package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads values that may be absent, null, or of another kind than expected. */
final class Nodes {
  private static final double LATEST = 32_503_680_000.0; // the year 3000

  private Nodes() {}

  /** {@code ""} where there is no text. */
  static String text(JsonNode node, String name) {
    return string(node.path(name));
  }

  static String string(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
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

  /** Seconds since 1970 with a fraction, or a date and time as text. */
  static @Nullable Instant moment(JsonNode node) {
    if (node.isNumber()) {
      double seconds = node.doubleValue();
      return seconds > 0 && seconds < LATEST
          ? Instant.ofEpochMilli(Math.round(seconds * 1000))
          : null;
    }
    try {
      return node.isString() ? OffsetDateTime.parse(node.stringValue()).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
