package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Turn;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One pane as the screen shows it. FX thread. */
public final class PaneViewModel {
  private final UUID id;
  private final ReadOnlyObjectWrapper<ModelRef> model;
  private final ReadOnlyObjectWrapper<Parameters> parameters;
  private final ObservableList<TranscriptTurn> turns = FXCollections.observableArrayList();
  private final ObservableList<TranscriptTurn> shownTurns =
      FXCollections.unmodifiableObservableList(turns);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final BooleanProperty current = new SimpleBooleanProperty();

  private final ObjectProperty<@Nullable UUID> inspected = new SimpleObjectProperty<>();

  PaneViewModel(Pane pane) {
    this.id = pane.id();
    this.model = new ReadOnlyObjectWrapper<>(pane.model());
    this.parameters = new ReadOnlyObjectWrapper<>(pane.parameters());
  }

  /** A pane with the turns it took part in. */
  static PaneViewModel of(Comparison comparison, Pane pane) {
    PaneViewModel made = new PaneViewModel(pane);
    for (Turn turn : comparison.turns()) {
      pane.answer(turn.id()).ifPresent(answer -> made.turns.add(shown(turn, answer)));
    }
    return made;
  }

  private static TranscriptTurn shown(Turn turn, Answer answer) {
    return new TranscriptTurn(
        turn.id(),
        new Prompt(turn.user().text(), turn.user().attachments()),
        answer.reply().model().model(),
        Snapshot.of(answer.reply()),
        answer.active() + 1,
        answer.alternatives().size());
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

  public ReadOnlyObjectProperty<Parameters> parametersProperty() {
    return parameters.getReadOnlyProperty();
  }

  /** In order; a live one is replaced at each frame. */
  public ObservableList<TranscriptTurn> turns() {
    return shownTurns;
  }

  /** Whether it is answering right now. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether it is the one that the keyboard commands mean. */
  public BooleanProperty currentProperty() {
    return current;
  }

  /** The turn whose reply is looked at closely; null for the last one. */
  public ObjectProperty<@Nullable UUID> inspectedProperty() {
    return inspected;
  }

  /** The reply that is looked at closely, or null when there is none yet. */
  public @Nullable Snapshot inspected() {
    UUID turn = inspected.get();
    int place = turn == null ? turns.size() - 1 : place(turn);
    return place < 0 ? null : turns.get(place).reply();
  }

  // Commands

  void set(ModelRef changedModel, Parameters changedParameters) {
    model.set(changedModel);
    parameters.set(changedParameters);
  }

  void setBusy(boolean now) {
    busy.set(now);
  }

  /** A new turn, or a further reply to one that is there. */
  void begin(UUID turn, Prompt prompt, Snapshot reply) {
    int place = place(turn);
    inspected.set(null);
    if (place < 0) {
      turns.add(new TranscriptTurn(turn, prompt, model.get().model(), reply, 1, 1));
      return;
    }
    TranscriptTurn known = turns.get(place);
    boolean sameReply = known.reply().reply().equals(reply.reply());
    int count = known.alternatives() + (sameReply ? 0 : 1);
    String speaker = sameReply ? known.speaker() : model.get().model();
    turns.set(place, new TranscriptTurn(turn, known.asked(), speaker, reply, count, count));
  }

  void update(UUID turn, Snapshot reply) {
    int place = place(turn);
    if (place >= 0) {
      TranscriptTurn known = turns.get(place);
      turns.set(
          place,
          new TranscriptTurn(
              turn,
              known.asked(),
              known.speaker(),
              reply,
              known.alternative(),
              known.alternatives()));
    }
  }

  private int place(UUID turn) {
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).turn().equals(turn)) {
        return i;
      }
    }
    return -1;
  }
}
