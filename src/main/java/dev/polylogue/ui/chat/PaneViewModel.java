package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** One pane as the screen shows it. FX thread. */
public final class PaneViewModel {
  private final UUID id;
  private final ReadOnlyObjectWrapper<ModelRef> model;
  private final ReadOnlyObjectWrapper<Parameters> parameters;
  private final ReadOnlyBooleanWrapper inSync;
  private final PaneTurns turns = new PaneTurns();
  private final ObjectProperty<@Nullable Disguise> disguise = new SimpleObjectProperty<>();
  private final ObservableList<TranscriptTurn> shownTurns =
      new DisguisedTurns(turns.shown(), disguise);
  private final ObservableBooleanValue masked;
  private final ObservableValue<PaneFace> face;
  private final ObservableMap<UUID, String> marks = FXCollections.observableHashMap();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ReplayNote> replay = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty current = new SimpleBooleanProperty();
  private boolean live;

  private final ObjectProperty<Map<Setting, String>> unfinished =
      new SimpleObjectProperty<>(Map.of());
  private final BooleanProperty objecting = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable UUID> inspected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ReadingPlace> place = new SimpleObjectProperty<>();
  private @Nullable ReadingPlace kept;

  PaneViewModel(Pane pane) {
    this.id = pane.id();
    this.model = new ReadOnlyObjectWrapper<>(pane.model());
    this.parameters = new ReadOnlyObjectWrapper<>(pane.parameters());
    this.inSync = new ReadOnlyBooleanWrapper(pane.inSync());
    turns.shown().addListener((ListChangeListener<TranscriptTurn>) change -> lookAtReplies());
    this.masked = disguise.isNotNull();
    this.face = Bindings.createObjectBinding(this::facing, model, disguise);
  }

  /** A pane with the turns it took part in. */
  static PaneViewModel of(Comparison comparison, Pane pane) {
    PaneViewModel made = new PaneViewModel(pane);
    made.turns.show(comparison, pane);
    return made;
  }

  /**
   * The same.
   *
   * @param place where it was being read, or null for the bottom
   */
  static PaneViewModel of(Comparison comparison, Pane pane, @Nullable ReadingPlace place) {
    PaneViewModel made = of(comparison, pane);
    made.place.set(place);
    made.kept = place;
    return made;
  }

  // Properties

  public UUID id() {
    return id;
  }

  public ReadOnlyObjectProperty<ModelRef> modelProperty() {
    return model.getReadOnlyProperty();
  }

  public ModelRef model() {
    return model.get();
  }

  /** What hides whose pane this is, or null. Wherever a pane is named, it is by its face below. */
  public ObjectProperty<@Nullable Disguise> disguiseProperty() {
    return disguise;
  }

  /** Whether nobody is to know whose pane this is. */
  public ObservableBooleanValue maskedProperty() {
    return masked;
  }

  /** What the pane is called wherever it is named: its model, or the letter of a disguise. */
  public ObservableValue<PaneFace> faceProperty() {
    return face;
  }

  /**
   * The full name of the model whose reply stands in a turn, which need not be the one that the
   * pane has now; or the letter of a disguise.
   */
  public String author(TranscriptTurn shown) {
    PaneFace now = face.getValue();
    return disguise.get() != null
        ? now.whole()
        : turns
            .model(shown.turn(), shown.reply().reply())
            .map(ModelRef::toString)
            .orElse(now.whole());
  }

  private PaneFace facing() {
    Disguise worn = disguise.get();
    return worn == null ? PaneFace.of(model.get()) : PaneFace.of(worn);
  }

  /** Words beside the speaker of a turn, such as a verdict. */
  public ObservableMap<UUID, String> marks() {
    return marks;
  }

  public ReadOnlyObjectProperty<Parameters> parametersProperty() {
    return parameters.getReadOnlyProperty();
  }

  /** In order, as they may be shown; a live one is replaced at each frame. */
  public ObservableList<TranscriptTurn> turns() {
    return shownTurns;
  }

  /** Whether a prompt to all panes goes here too. */
  public ReadOnlyBooleanProperty inSyncProperty() {
    return inSync.getReadOnlyProperty();
  }

  /** Whether its last reply failed or was interrupted, so that it can be asked for again. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** How far a replay has come; null while there is none, and after one that came to its end. */
  public ReadOnlyObjectProperty<@Nullable ReplayNote> replayProperty() {
    return replay.getReadOnlyProperty();
  }

  /** Whether it is answering right now. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether it is the one that the keyboard commands mean. */
  public BooleanProperty currentProperty() {
    return current;
  }

  /** What was typed into its settings and could not be taken. */
  public ObjectProperty<Map<Setting, String>> unfinishedProperty() {
    return unfinished;
  }

  /**
   * Whether that stands in the way of something to be sent. Then it is asked for at once, since
   * nothing goes out in other settings than are shown.
   */
  public BooleanProperty objectingProperty() {
    return objecting;
  }

  /** Whether its settings are not what they seem; hidden, they seem nothing. */
  boolean objects() {
    return !masked.get() && !unfinished.get().isEmpty();
  }

  /** The turn whose reply is looked at closely; null for the last one. */
  public ObjectProperty<@Nullable UUID> inspectedProperty() {
    return inspected;
  }

  /** The reply that is looked at closely, or null when there is none yet. */
  public @Nullable Snapshot inspected() {
    UUID turn = inspected.get();
    int place = turn == null ? turns.shown().size() - 1 : turns.place(turn);
    return place < 0 ? null : turns.shown().get(place).reply();
  }

  /** Where it is being read; null at the bottom. */
  public ObjectProperty<@Nullable ReadingPlace> placeProperty() {
    return place;
  }

  /** The turn at the upper edge of the pane; null at its end, or where that turn is gone. */
  public @Nullable UUID turnBeingRead() {
    ReadingPlace here = place.get();
    return here == null || turns.place(here.turn()) < 0 ? null : here.turn();
  }

  // Commands

  /** Hands over where it is being read, if that is not what the history has. */
  void unkeptPlace(Consumer<@Nullable ReadingPlace> keeper) {
    if (!Objects.equals(kept, place.get())) {
      kept = place.get();
      keeper.accept(kept);
    }
  }

  void set(ModelRef changedModel, Parameters changedParameters) {
    model.set(changedModel);
    parameters.set(changedParameters);
  }

  void setInSync(boolean now) {
    inSync.set(now);
  }

  void setLive(boolean now) {
    live = now;
    lookIfBusy();
  }

  void setReplay(@Nullable ReplayNote note) {
    replay.set(note);
    lookIfBusy();
  }

  /** Between two messages of a replay it answers nothing, yet can't take a prompt. */
  private void lookIfBusy() {
    ReplayNote note = replay.get();
    busy.set(live || note != null && note.state() == ReplayNote.State.ASKING);
  }

  private void lookAtReplies() {
    List<TranscriptTurn> all = turns.shown();
    ReplyState last = all.isEmpty() ? ReplyState.COMPLETE : all.getLast().reply().state();
    failed.set(last == ReplyState.FAILED || last == ReplyState.INTERRUPTED);
    ReplayNote note = replay.get();
    boolean stopped = note != null && note.state() == ReplayNote.State.STOPPED;
    if (stopped && all.stream().allMatch(row -> isAnswered(row.reply().state()))) {
      replay.set(note.number() == note.of() ? null : note.with(ReplayNote.State.ANSWERED));
    }
  }

  private static boolean isAnswered(ReplyState state) {
    return state == ReplyState.COMPLETE || state == ReplyState.TRUNCATED;
  }

  /** Turns of the path in use as they were read. */
  void show(Comparison comparison, Pane pane) {
    inspected.set(null);
    turns.show(comparison, pane);
  }

  /** A new turn, or a further reply to one that is there. */
  void begin(UUID turn, Prompt prompt, ModelRef model, Snapshot reply) {
    inspected.set(null);
    turns.begin(turn, prompt, model, reply);
  }

  void update(UUID turn, Snapshot reply) {
    turns.update(turn, reply);
  }

  /**
   * Shows another of the replies to a message, whatever is read until that is {@link #stored}.
   *
   * @return the one that is on screen now, or null when there is none in that direction
   */
  @Nullable UUID step(UUID turn, int by) {
    return turns.step(turn, by);
  }

  /** A step is in the history from now on. */
  void stored(UUID turn) {
    turns.stored(turn);
  }
}
