package dev.polylogue.transfer.incoming;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The sources of an answer of ChatGPT, and the marks in its text that point to them. */
final class ChatGptReferences {
  /** From one private letter to another, or the older brackets with a dagger. */
  private static final Pattern MARKS =
      Pattern.compile("\\uE200[^\\uE200\\uE201]{0,2000}\\uE201|【[^【】]{1,80}†[^【】]{0,80}】");

  private ChatGptReferences() {}

  /**
   * The text with each mark replaced by what was shown in its place, or taken out; what it may have
   * said is noted where nothing in the message tells.
   */
  static String resolved(String text, JsonNode metadata, Parts parts) {
    String plain = text;
    for (JsonNode reference : metadata.path("content_references")) {
      String mark = Nodes.text(reference, "matched_text");
      if (!mark.isBlank() && MARKS.matcher(mark).matches()) {
        plain = plain.replace(mark, Nodes.text(reference, "alt"));
      }
    }
    boolean isTold =
        !metadata.path("content_references").isEmpty() || !metadata.path("citations").isEmpty();
    return MARKS
        .matcher(plain)
        .replaceAll(mark -> Matcher.quoteReplacement(said(mark.group(), isTold, parts)));
  }

  /** Links and names stand in their marks; other marks only point to what is said elsewhere. */
  private static String said(String mark, boolean isTold, Parts parts) {
    String[] fields = mark.substring(1, mark.length() - 1).split("\uE202", -1);
    if (fields.length == 3 && fields[0].equals("url")) {
      return "[%s](%s)".formatted(fields[1], fields[2]);
    }
    if (fields.length > 1 && fields[0].equals("entity")) {
      return Nodes.string(Nodes.parsed(fields[1]).path(1));
    }
    if (!isTold) {
      parts.note("marks of sources that the export does not name were taken out of the text");
    }
    return "";
  }

  /**
   * @param to takes address and title of each
   */
  static void each(JsonNode metadata, BiConsumer<String, String> to) {
    for (JsonNode reference : metadata.path("content_references")) {
      source(reference, to);
      for (String items : new String[] {"items", "fallback_items"}) {
        for (JsonNode item : reference.path(items)) {
          source(item, to);
          item.path("supporting_websites").forEach(site -> source(site, to));
        }
      }
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
