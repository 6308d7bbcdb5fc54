package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.ProviderKeys;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Another key for a provider that is set up, or another place for the one it has. FX thread. */
public final class KeyChangeViewModel {
  private final ProviderSettings provider;
  private final ProviderKeys keys;
  private final Work work;
  private final Texts texts;
  private final Consumer<String> changed;
  private final KeyEntryViewModel entry;

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty busy = new SimpleBooleanProperty();

  /**
   * @param changed called when the change is stored, with what the user should know although it
   *     worked, or empty
   */
  KeyChangeViewModel(
      ProviderSettings provider,
      ProviderKeys keys,
      Work work,
      Texts texts,
      Consumer<String> changed) {
    this.provider = provider;
    this.keys = keys;
    this.work = work;
    this.texts = texts;
    this.changed = changed;
    entry = new KeyEntryViewModel(keys, work, texts);
  }

  // Properties

  public KeyEntryViewModel entry() {
    return entry;
  }

  public BooleanProperty openProperty() {
    return open;
  }

  /** Why it was not stored, or empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public BooleanProperty busyProperty() {
    return busy;
  }

  // Commands

  public void begin() {
    entry.open(provider.key());
    open.set(true);
  }

  /** A key that was typed replaces the old one; without one, the old one moves. */
  public void save() {
    boolean moves = entry.typed().isEmpty() && provider.key().isWritten();
    if (busy.get()) {
      return;
    }
    problem.set("");
    Optional<KeyPlace> place =
        moves && entry.kindProperty().get() != KeyPlace.Kind.VARIABLE
            ? Optional.of(new KeyPlace(entry.kindProperty().get(), null))
            : entry.check(true);
    place.ifPresent(this::store);
  }

  private void store(KeyPlace place) {
    String typed = entry.typed();
    busy.set(true);
    work.run(
        () ->
            (typed.isEmpty()
                    ? keys.move(provider.id(), place)
                    : keys.change(provider.id(), place, typed))
                .orElse(""),
        remark -> {
          close();
          changed.accept(remark);
        },
        failure -> {
          busy.set(false);
          problem.set(Sentences.of(failure, texts));
        });
  }

  public void cancel() {
    if (busy.get()) {
      entry.stopWaiting();
    }
    close();
  }

  private void close() {
    entry.clear();
    problem.set("");
    busy.set(false);
    open.set(false);
  }
}
