package dev.polylogue.ui.chat;

import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;
import org.jspecify.annotations.Nullable;

/** The turns of a pane as they may be shown. FX thread. */
final class DisguisedTurns extends TransformationList<TranscriptTurn, TranscriptTurn> {
  private final ObservableValue<@Nullable Disguise> disguise;
  private final List<TranscriptTurn> shown = new ArrayList<>();

  /**
   * @param disguise what the turns wear, null for nothing
   */
  DisguisedTurns(
      ObservableList<TranscriptTurn> turns, ObservableValue<@Nullable Disguise> disguise) {
    super(turns);
    this.disguise = disguise;
    turns.forEach(turn -> shown.add(worn(turn)));
    disguise.addListener((property, before, now) -> dress());
  }

  private TranscriptTurn worn(TranscriptTurn turn) {
    Disguise now = disguise.getValue();
    return now == null ? turn : now.of(turn);
  }

  private void dress() {
    beginChange();
    for (int i = 0; i < shown.size(); i++) {
      TranscriptTurn dressed = worn(getSource().get(i));
      nextSet(i, shown.set(i, dressed));
    }
    endChange();
  }

  @Override
  protected void sourceChanged(ListChangeListener.Change<? extends TranscriptTurn> change) {
    beginChange();
    while (change.next()) {
      if (change.wasPermutated()) {
        // Turns have an order of their own, which never changes.
        continue;
      }
      int from = change.getFrom();
      List<TranscriptTurn> gone = shown.subList(from, from + change.getRemovedSize());
      List<TranscriptTurn> removed = new ArrayList<>(gone);
      gone.clear();
      List<TranscriptTurn> added = new ArrayList<>();
      change.getAddedSubList().forEach(turn -> added.add(worn(turn)));
      shown.addAll(from, added);
      nextReplace(from, from + added.size(), removed);
    }
    endChange();
  }

  @Override
  public int getSourceIndex(int index) {
    return index;
  }

  @Override
  public int getViewIndex(int index) {
    return index;
  }

  @Override
  public TranscriptTurn get(int index) {
    return shown.get(index);
  }

  @Override
  public int size() {
    return shown.size();
  }
}
