package dev.polylogue.provider.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Answers with well-formed Markdown: a prepared piece where it knows the subject, else an account
 * of the prompt itself.
 */
final class Scribe implements SandboxModel {
  /** Prepared pieces by words that ask for them; the first that fits is taken. */
  private static final Map<String, String> PIECES = pieces();

  private static Map<String, String> pieces() {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("tides?|tidal", "tides");
    pieces.put("markdown|showcase", "showcase");
    pieces.put("formulas?|equations?|latex", "formulas");
    pieces.put("tables?", "tables");
    pieces.put("code", "code");
    return Collections.unmodifiableMap(pieces);
  }

  @Override
  public Speech answer(String prompt) {
    String lower = prompt.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> piece : PIECES.entrySet()) {
      if (Pattern.compile("\\b(" + piece.getKey() + ")\\b").matcher(lower).find()) {
        return new Speech("", prepared(piece.getValue()));
      }
    }
    return new Speech("", account(prompt));
  }

  private static String prepared(String name) {
    try (InputStream piece = Scribe.class.getResourceAsStream("/samples/" + name + ".md")) {
      return new String(Objects.requireNonNull(piece).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
