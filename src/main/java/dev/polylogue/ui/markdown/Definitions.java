package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Link reference definitions of the part of a text that is not parsed again, so that links further
 * down still find them.
 */
record Definitions(Map<String, Target> targets) {

  static final Definitions NONE = new Definitions(Map.of());

  record Target(String label, String destination, @Nullable String title) {}

  /** These and those below the nodes; the first of a name holds. */
  Definitions and(List<Node> nodes) {
    List<LinkReferenceDefinition> found = new ArrayList<>();
    nodes.forEach(node -> collect(node, found));
    if (found.isEmpty()) {
      return this;
    }
    Map<String, Target> all = new LinkedHashMap<>(targets);
    for (LinkReferenceDefinition definition : found) {
      String label = definition.getLabel().strip().replaceAll("\\s+", " ");
      all.putIfAbsent(label, new Target(label, definition.getDestination(), definition.getTitle()));
    }
    return new Definitions(all);
  }

  private static void collect(Node node, List<LinkReferenceDefinition> found) {
    if (node instanceof LinkReferenceDefinition definition) {
      found.add(definition);
    } else if (node instanceof org.commonmark.node.Block) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        collect(child, found);
      }
    }
  }

  /** The same definitions as Markdown, to stand before the text that uses them. */
  String source() {
    StringBuilder source = new StringBuilder();
    for (Target target : targets.values()) {
      source.append('[').append(target.label).append("]: <");
      source.append(escaped(target.destination, "<>")).append('>');
      if (target.title != null) {
        source.append(" \"").append(escaped(target.title, "\"")).append('"');
      }
      source.append("\n\n");
    }
    return source.toString();
  }

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(c == '\\' || c == '&' || special.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
