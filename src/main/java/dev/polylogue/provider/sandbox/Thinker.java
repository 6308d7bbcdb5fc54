package dev.polylogue.provider.sandbox;

import java.util.Locale;

/** Thinks aloud before it answers: its reasoning is the list of the rules it goes through. */
final class Thinker implements SandboxModel {

  @Override
  public Speech answer(String prompt) {
    PromptFacts facts = PromptFacts.of(prompt);
    boolean question = prompt.contains("?") || startsLikeAQuestion(prompt);
    String reasoning =
        """
        First I count: %d words, %d sentence(s). The longest word is "%s".
        Then I look at the form: it %s.
        I have no knowledge of the subject, only rules, so the honest answer is a plan, not a fact.
        I keep it to three steps and say where each comes from.
        """
            .formatted(
                facts.words(),
                facts.sentences(),
                facts.longest(),
                question ? "asks something" : "tells me to do something");
    return new Speech(reasoning, plan(facts, question));
  }

  private static boolean startsLikeAQuestion(String prompt) {
    return prompt
        .strip()
        .toLowerCase(Locale.ROOT)
        .matches("(?s)(explain|why|how|what|who|when|where|which|is|are|do|does|can)\\b.*");
  }

  private static String plan(PromptFacts facts, boolean question) {
    return """
        ### A plan for “%s…”

        %s I would go about it in three steps:

        1. **Name the parts.** The words that carry the prompt are %s.
        2. **Order them** from cause to effect, one short sentence each.
        3. **Check** the result against an example that you can measure yourself.

        *The reasoning above came first, token by token, as a reasoning model sends it.*
        """
        .formatted(
            facts.firstWords(),
            question ? "You ask for an explanation." : "You ask for a piece of work.",
            String.join(
                ", ", facts.common().stream().map(word -> "`" + word.getKey() + "`").toList()));
  }
}
