package dev.polylogue.conversation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user set for a pane, and nothing else: a setting that was left alone is absent, so that
 * the provider's own default holds.
 */
public record Parameters(Map<Setting, Object> values) {

  public static final Parameters NONE = new Parameters(Map.of());

  public Parameters {
    values =
        values.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new EnumMap<>(Map.copyOf(values)));
  }

  /**
   * A copy in which the setting has the value as people write it; blank text takes the setting
   * away.
   *
   * @throws IllegalArgumentException with a sentence for the user when the value does not fit
   */
  public Parameters with(Setting setting, String text) {
    Map<Setting, Object> changed = new EnumMap<>(Setting.class);
    changed.putAll(values);
    if (text.isBlank()) {
      changed.remove(setting);
    } else {
      changed.put(setting, setting.read(text));
    }
    return new Parameters(changed);
  }

  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Object::toString);
  }

  public Optional<Double> number(Setting setting) {
    return Optional.ofNullable((Double) values.get(setting));
  }

  public Optional<Long> whole(Setting setting) {
    return Optional.ofNullable((Long) values.get(setting));
  }

  public boolean isOn(Setting setting) {
    return Boolean.TRUE.equals(values.get(setting));
  }
}
