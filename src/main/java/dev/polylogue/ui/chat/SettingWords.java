package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.ExtraFields;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is set, in few words. Pure. */
final class SettingWords {
  private SettingWords() {}

  /** A setting that is set: {@code Temperature 0.7}. */
  static String of(Setting setting, Parameters set, Texts texts) {
    String name = texts.get("setting." + setting.key());
    String value = set.text(setting).orElse("");
    return switch (setting) {
      case SYSTEM, EXTRA -> name;
      case WEB_SEARCH ->
          name + " " + texts.get(value.equals("true") ? "setting.on" : "setting.off");
      case REASONING_EFFORT -> name + " " + texts.get("reasoning." + value);
      case MAX_TOKENS -> name + " " + Amounts.whole(texts, set.whole(setting).orElse(0L));
      case STOP -> name + " " + String.join(", ", value.lines().toList());
      case TEMPERATURE, TOP_P, SEED -> name + " " + value;
    };
  }

  /** All that is set, in a line, or empty. */
  static String all(Parameters set, Texts texts) {
    return String.join(
        " \u00B7 ",
        set.values().keySet().stream().map(setting -> of(setting, set, texts)).toList());
  }

  /** What extra JSON sends, what of it is not sent, and what it takes the place of. */
  static String extra(Parameters set, ExtraFields fields, Texts texts) {
    String json = set.text(Setting.EXTRA).orElse("");
    if (json.isEmpty()) {
      return "";
    }
    ExtraFields.Reading reading;
    try {
      reading = fields.read(json);
    } catch (IllegalArgumentException e) {
      return "";
    }
    List<String> sentences = new ArrayList<>();
    if (!reading.refused().isEmpty()) {
      sentences.add(texts.get("extra.refused", String.join(", ", reading.refused())));
    }
    List<String> over =
        Arrays.stream(Setting.values())
            .filter(setting -> set.values().containsKey(setting))
            .filter(setting -> reading.sent().contains(setting.key()))
            .map(setting -> texts.get("setting." + setting.key()))
            .toList();
    if (!over.isEmpty()) {
      sentences.add(texts.get("extra.over", String.join(", ", over)));
    }
    return String.join(" ", sentences);
  }
}
