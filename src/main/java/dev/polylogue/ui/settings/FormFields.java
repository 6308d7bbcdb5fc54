package dev.polylogue.ui.settings;

import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed into a form, and next to each field what is wrong with it. FX thread. */
final class FormFields {
  private final Map<Field, StringProperty> fields = new EnumMap<>(Field.class);
  private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
  private final Function<Field, String> wrong;

  /**
   * @param wrong what is wrong with a field, or empty
   * @param edited called after each change
   */
  FormFields(Function<Field, String> wrong, Runnable edited) {
    this.wrong = wrong;
    for (Field field : Field.values()) {
      fields.put(field, new SimpleStringProperty(""));
      errors.put(field, new ReadOnlyStringWrapper(""));
    }
    fields.forEach(
        (field, text) ->
            text.addListener(
                (property, before, now) -> {
                  edited.run();
                  review(field);
                }));
  }

  StringProperty textProperty(Field field) {
    return of(fields, field);
  }

  ReadOnlyStringProperty errorProperty(Field field) {
    return of(errors, field).getReadOnlyProperty();
  }

  /** Without white space at its ends. */
  String text(Field field) {
    return of(fields, field).get().strip();
  }

  /** Says what is wrong; true when nothing is. */
  boolean check() {
    errors.forEach((field, error) -> error.set(wrong.apply(field)));
    return errors.values().stream().allMatch(error -> error.get().isEmpty());
  }

  /** An error goes as soon as what it was about is put right. */
  private void review(Field field) {
    ReadOnlyStringWrapper error = of(errors, field);
    if (!error.get().isEmpty()) {
      error.set(wrong.apply(field));
    }
  }

  void say(Field field, String error) {
    of(errors, field).set(error);
  }

  void forgive() {
    errors.values().forEach(error -> error.set(""));
  }

  void clear() {
    fields.values().forEach(field -> field.set(""));
    forgive();
  }

  private static <T> T of(Map<Field, T> values, Field field) {
    T value = values.get(field);
    if (value == null) {
      throw new IllegalStateException("Every field is there from the start");
    }
    return value;
  }
}
