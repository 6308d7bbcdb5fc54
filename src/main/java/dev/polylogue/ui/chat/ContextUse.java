package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Usage;
import dev.polylogue.run.Passage;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a thread takes: what the provider counted last, and an estimate of what was
 * written since. Pure.
 *
 * @param exact whether all of it was counted by the provider
 */
record ContextUse(long tokens, boolean exact) {
  /** Of a thread in which nothing was said. */
  static final ContextUse NONE = new ContextUse(0, true);

  /** Characters that make a token, in round figures. */
  private static final int CHARACTERS_A_TOKEN = 4;

  /** Looks back as far as the last reply whose tokens were counted. */
  static ContextUse of(List<TranscriptTurn> turns) {
    int first = turns.size();
    while (first > 0 && counted(turns.get(first - 1)) == null) {
      first--;
    }
    ContextUse use = first == 0 ? NONE : NONE.then(turns.get(first - 1));
    for (TranscriptTurn turn : turns.subList(first, turns.size())) {
      use = use.then(turn);
    }
    return use;
  }

  /** With one more turn, which may still be under way. */
  ContextUse then(TranscriptTurn turn) {
    Long counted = counted(turn);
    if (counted != null) {
      return new ContextUse(counted, true);
    }
    long characters = turn.prompt().length();
    for (Passage passage : turn.reply().content().passages()) {
      characters += passage.kind() == Passage.Kind.TEXT ? passage.text().length() : 0;
    }
    return new ContextUse(tokens + characters / CHARACTERS_A_TOKEN, false);
  }

  /** Prompt and answer of a reply as the provider counted them, or null. */
  private static @Nullable Long counted(TranscriptTurn turn) {
    Usage usage = turn.reply().outcome().usage();
    Long prompt = usage == null ? null : usage.inputTokens();
    Long answer = usage == null ? null : usage.outputTokens();
    return prompt == null || answer == null ? null : Long.valueOf(prompt + answer);
  }

  /** In round figures where it is an estimate. */
  long rounded() {
    long step = tokens >= 1_000 ? 100 : 10;
    return exact ? tokens : (tokens + step / 2) / step * step;
  }
}
