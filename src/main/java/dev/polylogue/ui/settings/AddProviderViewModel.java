package dev.polylogue.ui.settings;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.Preset;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form with which a provider is added. FX thread. */
public final class AddProviderViewModel {
  /** What is typed. */
  public enum Field {
    NAME,
    ADDRESS,
    VARIABLE,
    KEY,
    OPTIONS
  }

  private final List<Preset> presets;
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Runnable added;

  private final ObjectProperty<@Nullable Preset> preset = new SimpleObjectProperty<>();
  private final ObjectProperty<Protocol> protocol =
      new SimpleObjectProperty<>(Protocol.OPENAI_CHAT);
  private final Map<Field, StringProperty> fields = new EnumMap<>(Field.class);
  private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * @param presets what can be chosen from
   * @param added called after a provider was stored
   */
  public AddProviderViewModel(
      List<Preset> presets, Providers providers, Work work, Texts texts, Runnable added) {
    this.presets = presets;
    this.providers = providers;
    this.work = work;
    this.texts = texts;
    this.added = added;
    for (Field field : Field.values()) {
      fields.put(field, new SimpleStringProperty(""));
      errors.put(field, new ReadOnlyStringWrapper(""));
    }
    preset.addListener((property, before, now) -> fill(before, now));
  }

  // Properties

  public List<Preset> presets() {
    return presets;
  }

  /** The preset that the form was filled from, or null for a provider set up by hand. */
  public ObjectProperty<@Nullable Preset> presetProperty() {
    return preset;
  }

  public ObjectProperty<Protocol> protocolProperty() {
    return protocol;
  }

  public StringProperty textProperty(Field field) {
    return of(fields, field);
  }

  /** What is wrong with the field, or empty. */
  public ReadOnlyStringProperty errorProperty(Field field) {
    return of(errors, field).getReadOnlyProperty();
  }

  /** Why the whole of it could not be stored, or empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the form is on screen. */
  public BooleanProperty openProperty() {
    return open;
  }

  // Commands

  /** Checks the form; stores the provider when all is well, else says what is not. */
  public void add() {
    errors.values().forEach(error -> error.set(""));
    problem.set("");
    ProviderInput input = new ProviderInput(protocol.get(), text(Field.NAME), text(Field.ADDRESS));
    input.problemWithName(texts).ifPresent(words -> fail(Field.NAME, words));
    input.problemWithAddress(texts).ifPresent(words -> fail(Field.ADDRESS, words));
    ProviderInput.problemWithVariable(text(Field.VARIABLE), texts)
        .ifPresent(words -> fail(Field.VARIABLE, words));
    ProviderInput.problemWithOptions(text(Field.OPTIONS), texts)
        .ifPresent(words -> fail(Field.OPTIONS, words));
    if (errors.values().stream().allMatch(error -> error.get().isEmpty())) {
      store(input.settings(text(Field.VARIABLE), ProviderInput.options(text(Field.OPTIONS))));
    }
  }

  private void store(ProviderSettings wanted) {
    String key = text(Field.KEY);
    work.act(
        () -> {
          providers.add(wanted);
          if (!key.isEmpty()) {
            providers.keepKey(wanted.id(), key);
          }
        },
        this::stored,
        failure -> problem.set(Sentences.of(failure, texts)));
  }

  private void stored() {
    cancel();
    added.run();
  }

  /** What was typed stays, unless it came from the preset before. */
  private void fill(@Nullable Preset before, @Nullable Preset now) {
    if (now != null) {
      protocol.set(now.protocol());
    }
    for (Field field : Field.values()) {
      if (text(field).isEmpty() || (before != null && text(field).equals(given(before, field)))) {
        of(fields, field).set(now == null ? "" : given(now, field));
      }
      of(errors, field).set("");
    }
  }

  private static String given(Preset preset, Field field) {
    return switch (field) {
      case NAME -> preset.id();
      case ADDRESS -> Objects.toString(preset.baseUrl(), "");
      case VARIABLE -> Objects.toString(preset.keyVariable(), "");
      case KEY -> "";
      case OPTIONS -> ProviderInput.lines(preset.options());
    };
  }

  /** Empties the form and closes it. */
  public void cancel() {
    preset.set(null);
    fields.values().forEach(field -> field.set(""));
    errors.values().forEach(error -> error.set(""));
    problem.set("");
    open.set(false);
  }

  private String text(Field field) {
    return of(fields, field).get().strip();
  }

  private void fail(Field field, String words) {
    of(errors, field).set(words);
  }

  private static <T> T of(Map<Field, T> values, Field field) {
    T value = values.get(field);
    if (value == null) {
      throw new IllegalStateException("Every field is there from the start");
    }
    return value;
  }
}
