package dev.polylogue.transfer.incoming;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is there to be read in JSON that is not understood: what stands under the usual names, or
 * where nothing does, whatever does not look like the workings of a program.
 *
 * @param cut whether there was more
 */
record Words(String text, boolean cut) {
  private static final int MOST = 200_000;
  private static final Set<String> USUAL =
      Set.of(
          "text",
          "body",
          "content",
          "parts",
          "title",
          "name",
          "value",
          "summary",
          "prompt",
          "caption",
          "description",
          "message",
          "question",
          "answer",
          "result",
          "output",
          "transcript",
          "markdown",
          "model_set_context",
          "user_profile",
          "user_instructions");
  private static final Pattern WORKINGS =
      Pattern.compile(
          "(?i).*(type|id|uuid|url|uri|pointer|role|status|hash|signature|token|time|timestamp"
              + "|_at|format|language|encrypted.*|data|mode|version)");
  private static final Pattern ENDLESS_WORD = Pattern.compile("\\S{300}");

  static Words of(JsonNode node) {
    Gatherer usual = new Gatherer(true);
    usual.gather("", node);
    if (!usual.all.isEmpty()) {
      return usual.done();
    }
    Gatherer any = new Gatherer(false);
    any.gather("", node);
    return any.done();
  }

  /** Without anything between the words, so that only they are compared. */
  static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Nesting is bounded by how JSON is read. */
  private static final class Gatherer {
    private final StringBuilder all = new StringBuilder();
    private final boolean onlyUsual;

    Gatherer(boolean onlyUsual) {
      this.onlyUsual = onlyUsual;
    }

    /**
     * @param name what it, or the list that it is in, stands under
     */
    void gather(String name, JsonNode node) {
      if (all.length() > MOST) {
        return;
      }
      if (node.isString()) {
        String said = node.stringValue();
        if (isSpoken(name, said)) {
          all.append(all.isEmpty() ? "" : "\n\n").append(said.strip());
        }
      } else if (node.isArray()) {
        node.forEach(item -> gather(name, item));
      } else {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          gather(field.getKey(), field.getValue());
        }
      }
    }

    private boolean isSpoken(String name, String said) {
      if (said.isBlank()) {
        return false;
      }
      return onlyUsual
          ? USUAL.contains(name)
          : !WORKINGS.matcher(name).matches() && !ENDLESS_WORD.matcher(said).find();
    }

    Words done() {
      if (all.length() <= MOST) {
        return new Words(all.toString(), false);
      }
      int end = Character.isHighSurrogate(all.charAt(MOST - 1)) ? MOST - 1 : MOST;
      return new Words(all.substring(0, end) + "…", true);
    }
  }
}
