package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.KeyPlace.Kind;
import dev.polylogue.session.ProviderKeys;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A key being entered, and the choice of where it is to be kept. FX thread. */
public final class KeyEntryViewModel {
  private final ProviderKeys keys;
  private final Work work;
  private final Texts texts;

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.KEYCHAIN);
  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty variable = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");

  KeyEntryViewModel(ProviderKeys keys, Work work, Texts texts) {
    this.keys = keys;
    this.work = work;
    this.texts = texts;
    key.subscribe(text -> error.set(""));
    variable.subscribe(text -> error.set(""));
    kind.subscribe(chosen -> error.set(""));
  }

  // Properties

  /** Where a key can be, the recommended place first. */
  public List<Kind> choices() {
    return List.of(Kind.KEYCHAIN, Kind.SESSION, Kind.VARIABLE, Kind.FILE);
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  public StringProperty keyProperty() {
    return key;
  }

  /** The name of the environment variable, where that is the choice. */
  public StringProperty variableProperty() {
    return variable;
  }

  /** What is wrong with the key or the name of the variable, or empty. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Why the keychain can't be chosen, or empty. */
  public ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** A sentence that says from whom the place protects a key. */
  public String about(Kind place) {
    return keys.protects(place);
  }

  // Commands

  /** Starts from where the key is now, and finds out whether there is a keychain. */
  void open(KeyPlace now) {
    kind.set(now.kind() == Kind.NONE ? Kind.KEYCHAIN : now.kind());
    variable.set(Objects.requireNonNullElse(now.variable(), variable.get()));
    obstacle.set("");
    work.act(() -> keys.probe(Kind.KEYCHAIN), () -> {}, this::noKeychain);
  }

  private void noKeychain(Exception why) {
    obstacle.set(Sentences.of(why, texts));
    if (kind.get() == Kind.KEYCHAIN) {
      kind.set(Kind.SESSION);
    }
  }

  /**
   * Where the key is to be found.
   *
   * @param needed whether the provider surely wants one
   * @return empty when something is wrong, which is then said
   */
  Optional<KeyPlace> check(boolean needed) {
    if (kind.get() == Kind.VARIABLE) {
      String name = variable.get().strip();
      if (KeyPlace.isVariable(name)) {
        return Optional.of(KeyPlace.variable(name));
      }
      error.set(texts.get("settings.error.variable"));
      return Optional.empty();
    }
    if (!typed().isEmpty()) {
      return Optional.of(new KeyPlace(kind.get(), null));
    }
    if (needed) {
      error.set(texts.get("settings.error.key"));
      return Optional.empty();
    }
    return Optional.of(KeyPlace.NONE);
  }

  /** The key as it was typed or pasted, without white space at its ends. */
  String typed() {
    return kind.get() == Kind.VARIABLE ? "" : key.get().strip();
  }

  /** Lets go of what was typed. */
  void clear() {
    key.set("");
    variable.set("");
    error.set("");
  }

  /** Ends a wait for the keychain to be unlocked. */
  void stopWaiting() {
    work.act(() -> keys.stopWaiting(Kind.KEYCHAIN), () -> {}, failure -> {});
  }
}
