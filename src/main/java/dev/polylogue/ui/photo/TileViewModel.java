package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One tile: what is edited, or one result of a step. FX thread. */
public final class TileViewModel {
  /** How far it is. */
  public enum State {
    /** What the step was made of. */
    SOURCE,
    WORKING,
    /** Told to end, which takes a moment. */
    STOPPING,
    DONE,
    /** Refused or broken off. */
    FAILED,
    /** By the user. */
    STOPPED;

    /** Whether there is no picture and none to come. */
    boolean isOver() {
      return this == FAILED || this == STOPPED;
    }
  }

  /**
   * What the tile shows.
   *
   * @param picture null while there is none
   * @param sketch how the picture looks so far, or null
   * @param detail what stands small beside the title
   * @param words what stands in place of a picture: how far it is, or why there is none; of one
   *     that is there, what it leaves out of the instruction
   * @param notes what the user should know of a result
   */
  public record Face(
      State state,
      @Nullable Blob picture,
      @Nullable Bytes sketch,
      String detail,
      String words,
      List<String> notes) {
    static final Face EMPTY = new Face(State.SOURCE, null, null, "", "", List.of());

    public Face {
      notes = List.copyOf(notes);
    }

    /** Whether it is still being made. */
    public boolean isAwaited() {
      return state == State.WORKING || state == State.STOPPING;
    }
  }

  private final @Nullable PictureRef ref;
  private final @Nullable ModelRef model;
  private final String title;
  private final String asked;
  private final ObjectProperty<Face> face = new SimpleObjectProperty<>(Face.EMPTY);
  private final ObjectProperty<@Nullable Change> change = new SimpleObjectProperty<>();
  private final @Nullable Keeping keeping;
  private final StringProperty unkept = new SimpleStringProperty("");
  private final BooleanProperty starred = new SimpleBooleanProperty();

  /**
   * @param ref the result, there or to come; null for the photo itself
   * @param model who makes or made it; null for the photo itself
   * @param asked what was asked for; empty for the photo itself
   * @param keeping what is put back into it, or null
   */
  TileViewModel(
      @Nullable PictureRef ref,
      @Nullable ModelRef model,
      String title,
      String asked,
      @Nullable Keeping keeping) {
    this.asked = asked;
    this.keeping = keeping;
    this.ref = ref;
    this.model = model;
    this.title = title;
  }

  void show(Face now) {
    face.set(now);
  }

  void compared(@Nullable Change found) {
    change.set(found);
  }

  /** The source could not be put back. */
  void refuse(String reason) {
    unkept.set(reason);
  }

  void star(boolean now) {
    starred.set(now);
  }

  // Properties

  public @Nullable PictureRef ref() {
    return ref;
  }

  public @Nullable ModelRef model() {
    return model;
  }

  public String title() {
    return title;
  }

  /** What was asked for, in a line; empty for the photo itself. */
  public String asked() {
    return asked;
  }

  public ReadOnlyObjectProperty<Face> faceProperty() {
    return face;
  }

  /** What changed against the source, once that is known. */
  public ReadOnlyObjectProperty<@Nullable Change> changeProperty() {
    return change;
  }

  /** What is put back into the result outside the mask, or null when it is shown as it came. */
  public @Nullable Keeping keeping() {
    return keeping;
  }

  /** Why the source could not be put back, or empty. */
  public ReadOnlyStringProperty unkeptProperty() {
    return unkept;
  }

  public ReadOnlyBooleanProperty starredProperty() {
    return starred;
  }

  public State state() {
    return face.get().state();
  }

  /** Whether it is still being made. */
  public boolean isAwaited() {
    return face.get().isAwaited();
  }

  public @Nullable Blob picture() {
    return face.get().picture();
  }
}
