package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private static final int LONGEST_LABEL = 1_001;

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
      all.putIfAbsent(
          folded(label), new Target(label, definition.getDestination(), definition.getTitle()));
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

  /** As the parser compares labels. */
  private static String folded(String label) {
    return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
  }

  /**
   * Those whose name stands in brackets in a text. Others can't matter to it, so that a text of
   * many definitions is not weighed down by all of them at each step (T05).
   */
  Definitions usedIn(String text) {
    if (targets.isEmpty()) {
      return this;
    }
    Map<String, Target> used = new LinkedHashMap<>();
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        open = i;
      } else if (c == ']' && open >= 0) {
        String label = folded(text.substring(open + 1, Math.min(i, open + LONGEST_LABEL)));
        Target target = targets.get(label);
        if (target != null) {
          used.put(label, target);
        }
        open = -1;
      }
    }
    return new Definitions(used);
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
