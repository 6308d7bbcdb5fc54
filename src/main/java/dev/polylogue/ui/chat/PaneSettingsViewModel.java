package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The parameters of a pane while they are being edited. FX thread. */
public final class PaneSettingsViewModel {
  /** The settings that the popover offers. */
  public static final List<Setting> OFFERED =
      List.of(Setting.SYSTEM, Setting.TEMPERATURE, Setting.MAX_TOKENS, Setting.REASONING_EFFORT);

  /** Choices for the reasoning effort; the empty one leaves it to the provider. */
  public static final List<String> EFFORTS =
      List.of("", "none", "minimal", "low", "medium", "high", "xhigh", "max");

  private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
  private final Map<Setting, ReadOnlyStringWrapper> errors = new EnumMap<>(Setting.class);
  private Parameters parameters;

  public PaneSettingsViewModel(Parameters parameters) {
    this.parameters = parameters;
    for (Setting setting : OFFERED) {
      StringProperty text = new SimpleStringProperty(shown(parameters, setting));
      texts.put(setting, text);
      errors.put(setting, new ReadOnlyStringWrapper(""));
      text.addListener((property, before, now) -> edited(setting, now));
    }
  }

  // Properties

  /** What stands in the field; empty leaves the setting to the provider. */
  public StringProperty textProperty(Setting setting) {
    return offered(texts, setting);
  }

  /** What is wrong with it, or empty. */
  public ReadOnlyStringProperty errorProperty(Setting setting) {
    return offered(errors, setting).getReadOnlyProperty();
  }

  /** With every value that was valid when it was last typed. */
  public Parameters parameters() {
    return parameters;
  }

  private void edited(Setting setting, String text) {
    ReadOnlyStringWrapper error = offered(errors, setting);
    try {
      parameters = parameters.with(setting, text);
      error.set("");
    } catch (IllegalArgumentException e) {
      error.set(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T offered(Map<Setting, T> values, Setting setting) {
    T value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting + " is not offered here");
    }
    return value;
  }

  private static String shown(Parameters parameters, Setting setting) {
    Object value = parameters.values().get(setting);
    return value == null ? "" : value.toString();
  }
}
