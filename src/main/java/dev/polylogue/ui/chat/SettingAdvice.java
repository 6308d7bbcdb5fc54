package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Thinking;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the settings that a model takes, as sentences. Where nothing is known there is
 * nothing to say: the setting is sent as it is set. Any thread.
 */
public record SettingAdvice(ModelCard card, Texts texts) {

  /** Why the model does not take the setting, or empty. */
  public String against(Setting setting) {
    Capability needed = needed(setting);
    if (setting == Setting.REASONING_EFFORT && card.facts().may(Capability.REASONING)) {
      Thinking thinking = card.facts().thinking();
      boolean fixed = card.facts().known() && (thinking == null || thinking.levels().isEmpty());
      return fixed ? texts.get("advice.fixed", name()) : "";
    }
    return needed == null || card.facts().may(needed)
        ? ""
        : texts.get("advice." + word(needed), name());
  }

  /** What is sent in place of a level of reasoning that the model does not take, or empty. */
  public String instead(String level) {
    Thinking thinking = card.facts().thinking();
    if (level.isEmpty() || thinking == null || !against(Setting.REASONING_EFFORT).isEmpty()) {
      return "";
    }
    String sent = thinking.nearest(level).orElse(level);
    return sent.equals(level)
        ? ""
        : texts.get("advice.instead", levelName(level), levelName(sent), name());
  }

  /** The most tokens an answer can have, in words, or empty. */
  public String mostTokens() {
    Long most = card.facts().limits().output();
    return most == null ? "" : texts.get("advice.most", Amounts.whole(texts, most));
  }

  private String levelName(String level) {
    return texts.get("reasoning." + level);
  }

  private String name() {
    return card.ref().model();
  }

  private static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Capability needed(Setting setting) {
    return switch (setting) {
      case SYSTEM -> Capability.SYSTEM;
      case TEMPERATURE, TOP_P -> Capability.SAMPLING;
      case STOP -> Capability.STOP;
      case SEED -> Capability.SEED;
      case REASONING_EFFORT -> Capability.REASONING;
      case WEB_SEARCH -> Capability.SEARCH;
      case MAX_TOKENS -> null;
    };
  }
}
