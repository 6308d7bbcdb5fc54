package dev.polylogue.history;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of a pane as a JSON object with one field for each that was set. */
final class ParametersJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ParametersJson() {}

  static String write(Parameters parameters) {
    Map<String, Object> fields = new TreeMap<>();
    parameters.values().forEach((setting, value) -> fields.put(setting.key(), value));
    return MAPPER.writeValueAsString(fields);
  }

  /** A setting that this version does not know is passed over. */
  static Parameters read(String json) {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    for (Map.Entry<String, JsonNode> field : MAPPER.readTree(json).properties()) {
      Setting.named(field.getKey())
          .ifPresent(setting -> values.put(setting, value(setting, field.getValue())));
    }
    return new Parameters(values);
  }

  private static Object value(Setting setting, JsonNode node) {
    return switch (setting) {
      case SYSTEM, STOP, REASONING_EFFORT, EXTRA -> node.stringValue();
      case TEMPERATURE, TOP_P -> node.doubleValue();
      case MAX_TOKENS, SEED -> node.longValue();
      case WEB_SEARCH -> node.booleanValue();
    };
  }
}
