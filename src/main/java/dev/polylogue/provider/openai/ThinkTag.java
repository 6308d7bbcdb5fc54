package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import java.util.function.Consumer;

/**
 * Takes reasoning out of {@code <think>…</think>} at the very start of an answer, as older local
 * models and DeepSeek R1 on Azure write it. Anywhere else the tag is ordinary text.
 */
final class ThinkTag {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private enum At {
    START,
    INSIDE,
    BEHIND,
    TEXT
  }

  private At at = At.START;
  private String held = "";

  /** The host sends reasoning in a field of its own, so a tag in the text is text. */
  void notNeeded() {
    if (at == At.START && held.isEmpty()) {
      at = At.TEXT;
    }
  }

  void accept(String text, Consumer<ChatEvent> out) {
    if (at == At.TEXT) {
      out.accept(new ChatEvent.TextDelta(text));
      return;
    }
    held += text;
    if (at == At.START) {
      lookForOpening(out);
    }
    if (at == At.INSIDE) {
      lookForClosing(out);
    }
    if (at == At.BEHIND) {
      dropBlanks(out);
    }
  }

  private void lookForOpening(Consumer<ChatEvent> out) {
    String begun = held.stripLeading();
    if (begun.startsWith(OPEN)) {
      held = begun.substring(OPEN.length());
      at = At.INSIDE;
    } else if (!OPEN.startsWith(begun)) {
      giveUp(out);
    }
  }

  private void lookForClosing(Consumer<ChatEvent> out) {
    int close = held.indexOf(CLOSE);
    int sure = close >= 0 ? close : held.length() - tailThatMayClose();
    if (sure > 0) {
      out.accept(new ChatEvent.ReasoningDelta(held.substring(0, sure)));
    }
    held = held.substring(close >= 0 ? close + CLOSE.length() : sure);
    if (close >= 0) {
      at = At.BEHIND;
    }
  }

  private int tailThatMayClose() {
    for (int length = Math.min(CLOSE.length() - 1, held.length()); length > 0; length--) {
      if (CLOSE.startsWith(held.substring(held.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private void dropBlanks(Consumer<ChatEvent> out) {
    held = held.stripLeading();
    if (!held.isEmpty()) {
      giveUp(out);
    }
  }

  private void giveUp(Consumer<ChatEvent> out) {
    at = At.TEXT;
    String text = held;
    held = "";
    if (!text.isEmpty()) {
      out.accept(new ChatEvent.TextDelta(text));
    }
  }

  void end(Consumer<ChatEvent> out) {
    switch (at) {
      case START -> giveUp(out);
      case INSIDE -> {
        if (!held.isEmpty()) {
          out.accept(new ChatEvent.ReasoningDelta(held));
          held = "";
        }
      }
      case BEHIND, TEXT -> {}
    }
  }
}
