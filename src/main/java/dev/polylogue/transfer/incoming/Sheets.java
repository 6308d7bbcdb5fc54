package dev.polylogue.transfer.incoming;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Documents that a model wrote by calling a tool: artifacts of Claude, the canvas of ChatGPT. What
 * was written belongs to the answer, so that it is read and found.
 */
final class Sheets {
  private Sheets() {}

  static boolean isOne(String tool) {
    return tool.equals("artifacts") || tool.startsWith("canmore.");
  }

  /**
   * @param input what the tool was called with
   * @return whether there was anything to read
   */
  static boolean read(JsonNode input, Parts parts) {
    List<String> written = new ArrayList<>();
    for (String name : new String[] {"content", "new_str"}) {
      written.add(Nodes.text(input, name));
    }
    input.path("updates").forEach(update -> written.add(Nodes.text(update, "replacement")));
    input.path("comments").forEach(comment -> written.add(Nodes.text(comment, "comment")));
    written.removeIf(String::isBlank);
    if (written.isEmpty()) {
      return false;
    }
    String title = Nodes.text(input, "title");
    title = (title.isBlank() ? Nodes.text(input, "name") : title).replaceAll("\\s+", " ").strip();
    parts.text(title.isEmpty() ? "" : "**" + title + "**");
    String language = language(input);
    for (String text : written) {
      if (language.isEmpty()) {
        parts.text(text);
      } else {
        parts.fenced(language, text);
      }
    }
    return true;
  }

  /** Empty for prose. */
  private static String language(JsonNode input) {
    String language = Nodes.text(input, "language");
    String type = Nodes.text(input, "type");
    String plain =
        switch (type) {
          case "text/html" -> "html";
          case "image/svg+xml" -> "svg";
          case "application/vnd.ant.react" -> "jsx";
          case "application/vnd.ant.mermaid" -> "mermaid";
          case "application/vnd.ant.code" -> language.isBlank() ? "text" : language;
          default -> type.startsWith("code/") ? type.substring("code/".length()) : language;
        };
    return plain.replaceAll("[^\\w+#-]", "");
  }
}
