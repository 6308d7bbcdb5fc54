package dev.polylogue.provider.sandbox;

import java.util.Locale;
import java.util.Map;

/**
 * Answers with well-formed Markdown: a prepared piece where it knows the subject, else an account
 * of the prompt itself.
 */
final class Scribe implements SandboxModel {
  private static final String TIDES =
      """
      ## Why the sea breathes

      Twice a day the sea rises and falls. The **moon** pulls at the water, and the *difference* of \
      that pull across the Earth stretches the oceans into two bulges.

      - **Near side:** the water is pulled more strongly than the Earth beneath it.
      - **Far side:** the water is pulled less, and stays a little behind.
      - The Earth turns underneath, so most coasts meet both bulges in a day.

      | Place | Tidal range |
      |---|---|
      | Bay of Fundy | 16 m |
      | Mont-Saint-Michel | 14 m |
      | Baltic Sea | 0.1 m |

      The rhythm is close to a cosine with a period of 12.42 hours:

      ```python
      from math import cos, pi

      def tide(hour, high=2.0):
          return high * cos(2 * pi * hour / 12.42)
      ```

      > When sun and moon pull in one line, at new and full moon, the *spring tides* come in.
      """;

  @Override
  public Speech answer(String prompt) {
    String lower = prompt.toLowerCase(Locale.ROOT);
    return new Speech("", lower.matches("(?s).*\\btid(e|es|al)\\b.*") ? TIDES : account(prompt));
  }

  private static String account(String prompt) {
    PromptFacts facts = PromptFacts.of(prompt);
    StringBuilder table = new StringBuilder("| Word | Times |\n|---|---|\n");
    for (Map.Entry<String, Long> word : facts.common()) {
      table.append("| ").append(word.getKey()).append(" | ").append(word.getValue()).append(" |\n");
    }
    return """
        ## What you wrote

        Your prompt begins with *%s*. I am a set of fixed rules, **not a language model**, so I can \
        only tell you about its shape:

        1. It has **%d words** in %d sentence%s.
        2. Its longest word is `%s`.
        3. It has %d characters, blanks included.

        %s
        ```json
        {"words": %d, "sentences": %d, "characters": %d}
        ```

        > Add a provider in the settings to have a real model answer beside me.
        """
        .formatted(
            facts.firstWords(),
            facts.words(),
            facts.sentences(),
            facts.sentences() == 1 ? "" : "s",
            facts.longest().replace('`', '\''),
            prompt.codePointCount(0, prompt.length()),
            table,
            facts.words(),
            facts.sentences(),
            prompt.codePointCount(0, prompt.length()));
  }
}
