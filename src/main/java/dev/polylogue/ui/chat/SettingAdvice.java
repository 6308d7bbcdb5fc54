package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Thinking;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the settings that a model takes, as sentences. Where nothing is known there is
 * nothing to say: the setting is sent as it is set. Any thread.
 *
 * @param at where the model runs, or null when that is not known
 */
public record SettingAdvice(ModelCard card, @Nullable ProviderSettings at, Texts texts) {
  private static final int SHOWN = 24;

  public SettingAdvice(ModelCard card, Texts texts) {
    this(card, null, texts);
  }

  /** On a model as it is known now, without asking anybody. */
  public static SettingAdvice of(Providers providers, ModelRef model, Texts texts) {
    return new SettingAdvice(
        providers.card(model), providers.find(model.provider()).orElse(null), texts);
  }

  /** Why the model does not take the setting, or empty. */
  public String against(Setting setting) {
    Capability needed = needed(setting);
    if (setting == Setting.REASONING_EFFORT && card.facts().may(Capability.REASONING)) {
      Thinking thinking = card.facts().thinking();
      boolean fixed = card.facts().known() && (thinking == null || thinking.levels().isEmpty());
      return fixed ? texts.get("advice.fixed", name()) : "";
    }
    if (hasNoPlace(setting)) {
      return texts.get("advice.place." + setting.key(), protocolName());
    }
    if (setting == Setting.WEB_SEARCH && at != null && "none".equals(at.options().get("search"))) {
      return texts.get("advice.search.host", at.id());
    }
    return needed == null || card.facts().may(needed) || isMoved(setting)
        ? ""
        : texts.get("advice." + word(needed), name());
  }

  /** Whether the protocol itself lacks it, whatever the model. */
  private boolean hasNoPlace(Setting setting) {
    Protocol protocol = protocol();
    return switch (setting) {
      case STOP -> protocol == Protocol.OPENAI_RESPONSES;
      case SEED -> protocol == Protocol.OPENAI_RESPONSES || protocol == Protocol.ANTHROPIC;
      case SYSTEM, TEMPERATURE, TOP_P, MAX_TOKENS, REASONING_EFFORT, WEB_SEARCH, EXTRA -> false;
    };
  }

  /** Chat Completions send a system prompt that the model lacks as part of the first message. */
  private boolean isMoved(Setting setting) {
    return setting == Setting.SYSTEM
        && protocol() == Protocol.OPENAI_CHAT
        && !card.facts().may(Capability.SYSTEM);
  }

  /** What becomes of a setting on its way, where it is not sent as it stands; or empty. */
  public String note(Setting setting, Parameters set) {
    if (!against(setting).isEmpty()) {
      return "";
    }
    return switch (setting) {
      case SYSTEM -> isMoved(setting) ? texts.get("advice.moved", name()) : "";
      case TEMPERATURE -> temperature(set);
      case TOP_P ->
          set.number(Setting.TOP_P).isPresent() && set.number(Setting.TEMPERATURE).isPresent()
              ? texts.get("advice.both")
              : "";
      case MAX_TOKENS -> limit(set);
      case STOP -> stops(set.stops());
      case REASONING_EFFORT -> instead(set.text(setting).orElse(""));
      case SEED, WEB_SEARCH, EXTRA -> "";
    };
  }

  private String temperature(Parameters set) {
    double value = set.number(Setting.TEMPERATURE).orElse(0.0);
    Thinking thinking = card.facts().thinking();
    boolean budgeted = thinking != null && thinking.style().equals("budget");
    boolean thinks = !set.text(Setting.REASONING_EFFORT).orElse("none").equals("none");
    boolean isSet = set.number(Setting.TEMPERATURE).isPresent();
    if (protocol() == Protocol.ANTHROPIC && isSet && budgeted && thinks) {
      return texts.get("advice.thinking", name());
    }
    return value > highest(Setting.TEMPERATURE) ? texts.get("advice.highest") : "";
  }

  private String limit(Parameters set) {
    Long most = card.facts().limits().output();
    long wanted = set.whole(Setting.MAX_TOKENS).orElse(0L);
    return most != null && wanted > most
        ? texts.get("advice.clamped", Amounts.whole(texts, most), name())
        : "";
  }

  private String stops(List<String> stops) {
    String shown = stops.stream().map(SettingAdvice::quoted).collect(Collectors.joining(", "));
    return stops.size() < 2 && shown.indexOf('\u23CE') < 0
        ? ""
        : texts.get("advice.stops", stops.size(), shown);
  }

  private static String quoted(String stop) {
    String cut = stop.length() > SHOWN ? stop.substring(0, SHOWN) + "\u2026" : stop;
    return "\u201C" + cut.replace("\n", "\u23CE").replace("\t", "\u21E5") + "\u201D";
  }

  /** The most that a slider should offer. */
  public double highest(Setting setting) {
    return setting == Setting.TEMPERATURE && protocol() != Protocol.ANTHROPIC ? 2 : 1;
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

  private @Nullable Protocol protocol() {
    return at == null ? null : at.protocol();
  }

  private String protocolName() {
    return protocol() == Protocol.ANTHROPIC ? "Anthropic Messages" : "Responses";
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
      case MAX_TOKENS, EXTRA -> null;
    };
  }
}
