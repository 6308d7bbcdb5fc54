package dev.polylogue.ui.chat;

import dev.polylogue.settings.SettingsStore;
import dev.polylogue.settings.Shelf;
import dev.polylogue.settings.Shelf.PanePreset;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Settings of panes that were saved under a name. FX thread. */
public final class PresetsViewModel {
  private static final int LONGEST_NAME = 60;

  /** What is asked about a preset, at its place. */
  public enum Kind {
    RENAME,
    OVERWRITE,
    DELETE
  }

  /**
   * A question that waits for an answer.
   *
   * @param preset the name of the one it is about
   */
  public record Question(Kind kind, String preset) {}

  private final SettingsStore settings;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;

  private final ObservableList<PanePreset> presets = FXCollections.observableArrayList();
  private final ObservableList<PanePreset> shown =
      FXCollections.unmodifiableObservableList(presets);
  private final ObjectProperty<@Nullable Question> question = new SimpleObjectProperty<>();
  private final BooleanProperty keepsModel = new SimpleBooleanProperty();
  private int pending;

  /**
   * @param work one piece after another, for what is stored
   */
  public PresetsViewModel(
      SettingsStore settings, Work work, Texts texts, Consumer<Exception> trouble) {
    this.settings = settings;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
    open();
  }

  // Properties

  public ObservableList<PanePreset> presets() {
    return shown;
  }

  public ObjectProperty<@Nullable Question> questionProperty() {
    return question;
  }

  /** Whether a pane keeps its model when a preset is applied to it. */
  public BooleanProperty keepsModelProperty() {
    return keepsModel;
  }

  public Optional<PanePreset> named(String name) {
    return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /** Why a name can't be given, or empty. A name that is taken is a question, not an error. */
  public String against(String name) {
    return name.strip().length() > LONGEST_NAME ? texts.get("presets.long", LONGEST_NAME) : "";
  }

  // Commands

  /** Shows what the settings hold now, once all is stored that was changed here. */
  public void open() {
    question.set(null);
    if (pending == 0) {
      presets.setAll(settings.current().shelf().presets());
    }
  }

  /**
   * Saves the settings of a pane. Where the name is taken it asks first.
   *
   * @return whether it was saved
   */
  public boolean save(String name, PaneViewModel pane) {
    String wanted = name.strip();
    if (wanted.isEmpty() || !against(wanted).isEmpty()) {
      return false;
    }
    if (named(wanted).isPresent()) {
      question.set(new Question(Kind.OVERWRITE, wanted));
      return false;
    }
    put(wanted, pane);
    return true;
  }

  /** Puts the settings of a pane in place of what goes by that name. */
  public void overwrite(String name, PaneViewModel pane) {
    put(name, pane);
  }

  private void put(String name, PaneViewModel pane) {
    PanePreset saved = new PanePreset(name, pane.model(), pane.parametersProperty().get());
    change(shelf -> shelf.with(saved));
  }

  /**
   * @return false when the name can't be given or is taken by another
   */
  public boolean rename(String preset, String name) {
    String wanted = name.strip();
    boolean taken = !wanted.equals(preset) && named(wanted).isPresent();
    if (wanted.isEmpty() || taken || !against(wanted).isEmpty()) {
      return false;
    }
    change(shelf -> shelf.renamed(preset, wanted));
    return true;
  }

  public void delete(String name) {
    change(shelf -> shelf.withoutPreset(name));
  }

  /** Gives a pane what a preset holds; its thread stays. */
  public void apply(PanePreset preset, PaneViewModel pane, ChatViewModel chat) {
    pane.unfinishedProperty().set(Map.of());
    chat.change(pane, keepsModel.get() ? pane.model() : preset.model(), preset.parameters());
  }

  /** Shown at once, so that two quick changes build on one another; read again if it fails. */
  private void change(UnaryOperator<Shelf> change) {
    question.set(null);
    presets.setAll(change.apply(new Shelf(presets, settings.current().shelf().sets())).presets());
    pending++;
    work.act(
        () -> settings.update(now -> now.with(change.apply(now.shelf()))),
        () -> pending--,
        failure -> {
          pending--;
          open();
          trouble.accept(failure);
        });
  }
}
