package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.ExtraFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
  private final Map<Setting, ReadOnlyStringWrapper> notes = new EnumMap<>(Setting.class);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private final BooleanProperty search = new SimpleBooleanProperty();
  private final SettingAdvice advice;
  private final ExtraFields extra;
  private final Parameters before;
  private Parameters parameters;

  /**
   * @param advice on the model of the pane
   * @param extra reads extra JSON
   */
  public PaneSettingsViewModel(Parameters parameters, SettingAdvice advice, ExtraFields extra) {
    this.before = parameters;
    this.parameters = parameters;
    this.advice = advice;
    this.extra = extra;
    for (Setting setting : OFFERED) {
      StringProperty text = new SimpleStringProperty(parameters.text(setting).orElse(""));
      texts.put(setting, text);
      errors.put(setting, new ReadOnlyStringWrapper(""));
      notes.put(setting, new ReadOnlyStringWrapper(""));
      text.addListener((property, before, now) -> edited(setting, now));
    }
    search.set(parameters.isOn(Setting.WEB_SEARCH));
    search.addListener(
        (property, before, now) -> textProperty(Setting.WEB_SEARCH).set(now ? "true" : ""));
    tell();
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

  /** What becomes of it on its way, where that is not plain; or empty. */
  public ReadOnlyStringProperty noteProperty(Setting setting) {
    return offered(notes, setting).getReadOnlyProperty();
  }

  /** What differs from the provider's defaults. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Whether anything stands in any field. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What the model takes. */
  public SettingAdvice advice() {
    return advice;
  }

  /** With every value as it stands; one that can't be taken leaves the setting as it was before. */
  public Parameters parameters() {
    return parameters;
  }

  /** What stands in fields and can't be taken. */
  public Map<Setting, String> wrong() {
    Map<Setting, String> wrong = new EnumMap<>(Setting.class);
    errors.forEach(
        (setting, error) -> {
          if (!error.get().isEmpty()) {
            wrong.put(setting, textProperty(setting).get());
          }
        });
    return wrong;
  }

  // Commands

  /** Puts back what could not be taken when the card was closed. */
  public void resume(Map<Setting, String> wrong) {
    wrong.forEach((setting, text) -> textProperty(setting).set(text));
  }

  /** Leaves everything to the provider again. */
  public void resetAll() {
    search.set(false);
    texts.values().forEach(text -> text.set(""));
  }

  private void edited(Setting setting, String text) {
    ReadOnlyStringWrapper error = offered(errors, setting);
    try {
      Parameters changed = parameters.with(setting, text);
      if (setting == Setting.EXTRA) {
        changed.text(setting).ifPresent(extra::read);
      }
      parameters = changed;
      error.set("");
    } catch (IllegalArgumentException e) {
      parameters = parameters.with(setting, before.text(setting).orElse(""));
      error.set(String.valueOf(e.getMessage()));
    }
    tell();
  }

  private void tell() {
    any.set(texts.values().stream().anyMatch(text -> !text.get().isEmpty()));
    notes.forEach(
        (setting, note) ->
            note.set(
                setting == Setting.EXTRA
                    ? SettingWords.extra(parameters, extra, advice.texts())
                    : advice.note(setting, parameters)));
    List<String> set = new ArrayList<>();
    Set<Setting> untaken = wrong().keySet();
    for (Setting setting : parameters.values().keySet()) {
      if (untaken.contains(setting)) {
        continue;
      }
      String words = SettingWords.of(setting, parameters, advice.texts());
      set.add(
          advice.against(setting).isEmpty()
              ? words
              : advice.texts().get("pane.settings.unsent", words));
    }
    for (Setting setting : untaken) {
      String name = advice.texts().get("setting." + setting.key());
      set.add(advice.texts().get("pane.settings.untaken", name));
    }
    summary.set(
        set.isEmpty()
            ? advice.texts().get("pane.settings.plain")
            : advice.texts().get("pane.settings.differs", String.join(" \u00B7 ", set)));
  }

  private static <T> T offered(Map<Setting, T> values, Setting setting) {
    T value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting + " is not offered here");
    }
    return value;
  }
}
