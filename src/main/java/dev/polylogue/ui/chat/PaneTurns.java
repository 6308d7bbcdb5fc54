package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TranscriptTurn.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The turns of one pane along the path in use, each with all of its replies. FX thread. */
final class PaneTurns {
  /** One of the replies to a message, live or ended, whether it is on screen or not. */
  private record Told(ModelRef model, Snapshot reply) {
    String speaker() {
      return model.model();
    }

    boolean is(Snapshot other) {
      return reply.reply().equals(other.reply());
    }
  }

  private final ObservableList<TranscriptTurn> rows = FXCollections.observableArrayList();
  private final ObservableList<TranscriptTurn> shown =
      FXCollections.unmodifiableObservableList(rows);
  private final Map<UUID, List<Told>> told = new HashMap<>();

  /** The turns whose reply was chosen here and not stored yet, with how many such choices. */
  private final Map<UUID, Integer> unstored = new HashMap<>();

  /** In order; a live one is replaced at each frame. */
  ObservableList<TranscriptTurn> shown() {
    return shown;
  }

  /** Shows what was read, except where a reply on screen is further on or was chosen meanwhile. */
  void show(Comparison comparison, Pane pane) {
    Map<UUID, Snapshot> known = new HashMap<>();
    told.values().forEach(all -> all.forEach(one -> known.put(one.reply.reply(), one.reply)));
    told.clear();
    Map<UUID, Answer> answers = new HashMap<>();
    pane.answers().forEach(answer -> answers.put(answer.turn(), answer));
    List<TranscriptTurn> wanted = new ArrayList<>();
    for (Turn turn : comparison.turns()) {
      Answer answer = answers.get(turn.id());
      if (answer != null) {
        List<Told> all = new ArrayList<>();
        answer.alternatives().forEach(reply -> all.add(told(reply, known.get(reply.id()))));
        told.put(turn.id(), all);
        List<UUID> wordings = comparison.tree().siblings(turn.id());
        Steps steps = new Steps(1, 1, wordings.indexOf(turn.id()) + 1, wordings.size());
        Prompt asked = new Prompt(turn.user().text(), turn.user().attachments());
        int active = Math.min(active(answer), all.size() - 1);
        Told first = all.get(active);
        wanted.add(
            new TranscriptTurn(
                turn.id(), asked, first.speaker(), first.reply, steps.at(active + 1, all.size())));
      }
    }
    rows.setAll(wanted);
  }

  private int active(Answer answer) {
    int place = unstored.containsKey(answer.turn()) ? place(answer.turn()) : -1;
    return place < 0 ? answer.active() : rows.get(place).alternative() - 1;
  }

  private static Told told(Reply stored, @Nullable Snapshot known) {
    Snapshot reply =
        known != null && (stored.state().isLive() || !known.state().isLive())
            ? known
            : Snapshot.of(stored);
    return new Told(stored.model(), reply);
  }

  /** A new turn, or a further reply to one that is there; it comes on screen. */
  void begin(UUID turn, Prompt prompt, ModelRef model, Snapshot reply) {
    List<Told> all = told.computeIfAbsent(turn, id -> new ArrayList<>());
    int place = place(turn);
    Steps before = place < 0 ? Steps.NONE : rows.get(place).steps();
    Prompt asked = place < 0 ? prompt : rows.get(place).asked();
    if (all.stream().anyMatch(one -> one.is(reply))) {
      update(turn, reply);
      return;
    }
    all.add(new Told(model, reply));
    TranscriptTurn row =
        new TranscriptTurn(turn, asked, model.model(), reply, before.at(all.size(), all.size()));
    if (place < 0) {
      rows.add(row);
    } else {
      rows.set(place, row);
    }
  }

  /** A reply is further on; one that is not on screen is shown so when it comes there. */
  void update(UUID turn, Snapshot reply) {
    List<Told> all = told.getOrDefault(turn, List.of());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).is(reply)) {
        all.set(i, new Told(all.get(i).model, reply));
      }
    }
    int place = place(turn);
    if (place >= 0 && rows.get(place).reply().reply().equals(reply.reply())) {
      rows.set(place, rows.get(place).with(reply));
    }
  }

  /**
   * Shows another of the replies to a message, whatever is read until that is {@link #stored}.
   *
   * @return the reply that is on screen now, or null when there is none in that direction
   */
  @Nullable UUID step(UUID turn, int by) {
    int place = place(turn);
    List<Told> all = told.getOrDefault(turn, List.of());
    int wanted = place < 0 ? -1 : rows.get(place).alternative() - 1 + by;
    if (wanted < 0 || wanted >= all.size()) {
      return null;
    }
    TranscriptTurn row = rows.get(place);
    Told next = all.get(wanted);
    unstored.merge(turn, 1, Integer::sum);
    rows.set(
        place,
        new TranscriptTurn(
            turn, row.asked(), next.speaker(), next.reply, row.steps().at(wanted + 1, all.size())));
    return next.reply.reply();
  }

  /** The model whose reply that is; the pane may have another by now. */
  Optional<ModelRef> model(UUID turn, UUID reply) {
    return told.getOrDefault(turn, List.of()).stream()
        .filter(one -> one.reply.reply().equals(reply))
        .map(Told::model)
        .findFirst();
  }

  /** A step is in the history from now on. */
  void stored(UUID turn) {
    unstored.computeIfPresent(turn, (id, count) -> count > 1 ? count - 1 : null);
  }

  int place(UUID turn) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).turn().equals(turn)) {
        return i;
      }
    }
    return -1;
  }
}
