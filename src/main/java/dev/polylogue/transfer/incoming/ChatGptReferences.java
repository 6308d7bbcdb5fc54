package dev.polylogue.transfer.incoming;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The sources of an answer of ChatGPT, and the marks in its text that point to them. */
final class ChatGptReferences {
  /** From one private letter to another, or the older brackets with a dagger. */
  private static final Pattern MARKS =
      Pattern.compile("\\uE200[^\\uE200\\uE201]{0,2000}\\uE201|【[^【】]{1,80}†[^【】]{0,80}】");

  private ChatGptReferences() {}

  /** The text with each mark replaced by what was shown in its place, or taken out. */
  static String resolved(String text, JsonNode metadata) {
    String plain = text;
    for (JsonNode reference : metadata.path("content_references")) {
      String mark = Nodes.text(reference, "matched_text");
      if (!mark.isBlank() && MARKS.matcher(mark).matches()) {
        plain = plain.replace(mark, Nodes.text(reference, "alt"));
      }
    }
    return MARKS.matcher(plain).replaceAll("");
  }

  /**
   * @param to takes address and title of each
   */
  static void each(JsonNode metadata, BiConsumer<String, String> to) {
    for (JsonNode reference : metadata.path("content_references")) {
      source(reference, to);
      reference.path("items").forEach(item -> source(item, to));
      reference.path("sources").forEach(item -> source(item, to));
    }
    for (JsonNode citation : metadata.path("citations")) {
      source(citation.path("metadata"), to);
    }
    if (metadata.path("_cite_metadata").isObject()) {
      metadata.path("_cite_metadata").path("metadata_list").forEach(item -> source(item, to));
    }
  }

  private static void source(JsonNode node, BiConsumer<String, String> to) {
    String url = Nodes.text(node, "url");
    if (!url.isBlank()) {
      to.accept(url, Nodes.text(node, "title"));
    }
  }
}
