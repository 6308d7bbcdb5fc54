package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The parameters of a pane while they are being edited. FX thread. */
public final class PaneSettingsViewModel {
  /** The settings that the popover offers. */
  public static final List<Setting> OFFERED = List.of(Setting.values());

  /** Levels of reasoning; the empty one leaves it to the provider. */
  public static final List<String> LEVELS = List.of("", "none", "low", "medium", "high", "max");

  private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
  private final Map<Setting, ReadOnlyStringWrapper> errors = new EnumMap<>(Setting.class);
  private final BooleanProperty search = new SimpleBooleanProperty();
  private final SettingAdvice advice;
  private Parameters parameters;

  /**
   * @param advice on the model of the pane
   */
  public PaneSettingsViewModel(Parameters parameters, SettingAdvice advice) {
    this.parameters = parameters;
    this.advice = advice;
    for (Setting setting : OFFERED) {
      StringProperty text = new SimpleStringProperty(parameters.text(setting).orElse(""));
      texts.put(setting, text);
      errors.put(setting, new ReadOnlyStringWrapper(""));
      text.addListener((property, before, now) -> edited(setting, now));
    }
    search.set(parameters.isOn(Setting.WEB_SEARCH));
    search.addListener(
        (property, before, now) -> textProperty(Setting.WEB_SEARCH).set(now ? "true" : ""));
  }

  // Properties

  /** What stands in the field; empty leaves the setting to the provider. */
  public StringProperty textProperty(Setting setting) {
    return offered(texts, setting);
  }

  /** Whether the model is to search the web; off leaves it to the provider. */
  public BooleanProperty searchProperty() {
    return search;
  }

  /** What is wrong with it, or empty. */
  public ReadOnlyStringProperty errorProperty(Setting setting) {
    return offered(errors, setting).getReadOnlyProperty();
  }

  /** What the model takes. */
  public SettingAdvice advice() {
    return advice;
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
}
