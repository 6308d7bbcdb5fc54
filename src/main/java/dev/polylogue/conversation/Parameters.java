package dev.polylogue.conversation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** Every setting by its key, as people write it; {@link #of} reads it back. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((setting, value) -> texts.put(setting.key(), value.toString()));
    return texts;
  }

  /**
   * The other way round; a setting that this version does not know, or a value that does not fit,
   * is passed over.
   */
  public static Parameters of(Map<String, String> texts) {
    Parameters read = NONE;
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      Optional<Setting> setting = Setting.named(entry.getKey());
      if (setting.isPresent()) {
        try {
          read = read.with(setting.get(), entry.getValue());
        } catch (IllegalArgumentException e) {
          // A value of another version: the rest is still of use.
        }
      }
    }
    return read;
  }

  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Object::toString);
  }

  /**
   * The stop sequences, one a line of {@link Setting#STOP}; blank lines count for nothing. In a
   * line, {@code \\n} stands for a line break, {@code \\t} for a tab and {@code \\\\} for a
   * backslash.
   */
  public List<String> stops() {
    return text(Setting.STOP).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .map(Parameters::unescaped)
        .toList();
  }

  private static String unescaped(String line) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      int known = letter == '\\' ? "nt\\".indexOf(next) : -1;
      plain.append(known < 0 ? letter : "\n\t\\".charAt(known));
      i += known < 0 ? 0 : 1;
    }
    return plain.toString();
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
