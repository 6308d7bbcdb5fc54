package dev.polylogue.catalog;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.Capability;
import java.util.Set;

/** What a protocol can carry, whatever the model. */
final class Dialect {
  private Dialect() {}

  /** Responses have neither stop nor seed, Messages no seed ({@code providers.md}, 5.1 and 6.1). */
  static Set<Capability> lacks(Protocol protocol) {
    return switch (protocol) {
      case OPENAI_RESPONSES -> Set.of(Capability.STOP, Capability.SEED);
      case ANTHROPIC -> Set.of(Capability.SEED);
      case OPENAI_CHAT, GEMINI -> Set.of();
    };
  }

  /** The style wanted where the protocol has it, else the protocol's plain one. */
  static String style(String wanted, Protocol protocol) {
    Set<String> spoken =
        switch (protocol) {
          case OPENAI_CHAT -> Set.of("effort", "openrouter", "deepseek", "switch");
          case OPENAI_RESPONSES -> Set.of("effort");
          case ANTHROPIC -> Set.of("adaptive", "budget");
          case GEMINI -> Set.of("level", "budget");
        };
    if (spoken.contains(wanted)) {
      return wanted;
    }
    return switch (protocol) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> "effort";
      case ANTHROPIC -> "adaptive";
      case GEMINI -> "level";
    };
  }
}
