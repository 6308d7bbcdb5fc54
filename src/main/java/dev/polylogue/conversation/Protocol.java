package dev.polylogue.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The wire format a provider speaks. */
public enum Protocol {
  OPENAI_CHAT,
  OPENAI_RESPONSES,
  ANTHROPIC,
  GEMINI;

  /** As written on the command line and in the settings: {@code openai-chat}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Protocol> named(String word) {
    return Arrays.stream(values()).filter(protocol -> protocol.word().equals(word)).findFirst();
  }
}
