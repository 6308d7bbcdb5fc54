package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.ui.transcript.ReplyText;
import dev.polylogue.ui.transcript.TranscriptReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a reader does with the panes on screen: the place in each is kept, words are found, and all
 * scroll in step where that is wanted. FX thread.
 */
public final class Reading {
  /** Words that still arrive are searched, and places stored, so much later at most. */
  private static final Duration SOON = Duration.millis(250);

  private static final Duration LATER = Duration.millis(500);

  private final ChatViewModel chat;
  private final FindViewModel find;
  private final BooleanProperty inStep;
  private final Announcer announcer;
  private final InStep step = new InStep();
  private final Map<PaneView, TranscriptReader> readers = new LinkedHashMap<>();
  private final PauseTransition toRefresh = new PauseTransition(SOON);
  private final PauseTransition toKeep = new PauseTransition(LATER);

  /**
   * @param inStep whether panes scroll together
   */
  public Reading(
      ChatViewModel chat, FindViewModel find, BooleanProperty inStep, Announcer announcer) {
    this.chat = chat;
    this.find = find;
    this.inStep = inStep;
    this.announcer = announcer;
    toRefresh.setOnFinished(event -> find.refresh());
    toKeep.setOnFinished(event -> chat.keepPlaces());
    find.aimProperty().subscribe(this::approach);
    find.currentProperty().subscribe(this::lead);
    find.resultProperty().subscribe(result -> mark());
    inStep.subscribe(
        on -> {
          TranscriptReader here = current();
          if (on && here != null) {
            moved(here);
          }
        });
  }

  void attach(PaneView view) {
    PaneViewModel pane = view.pane();
    TranscriptReader reader = view.transcript().reader();
    readers.put(view, reader);
    ReadingPlace place = pane.placeProperty().get();
    if (place != null) {
      reader.goTo(place);
    }
    reader
        .placeProperty()
        .addListener(
            (property, before, now) -> {
              pane.placeProperty().set(now);
              toKeep.playFromStart();
            });
    reader.whenMoved(() -> moved(reader));
    reader.whenSelecting(() -> selects(reader));
    pane.turns()
        .addListener(
            (ListChangeListener<Object>)
                change -> {
                  announcer.look(pane);
                  if (find.openProperty().get() && readers.containsKey(view)) {
                    toRefresh.play();
                  }
                });
    toRefresh.play();
    mark();
  }

  void leave(PaneView view) {
    readers.remove(view);
    toRefresh.play();
  }

  /** One selection at a time is lit: the one that is copied. */
  private void selects(TranscriptReader reader) {
    readers.values().stream().filter(other -> other != reader).forEach(TranscriptReader::deselect);
  }

  private void moved(TranscriptReader reader) {
    if (inStep.get()) {
      step.follow(reader, readers.values());
    }
  }

  /** Goes to a message, before it is known where in it the words stand. */
  private void approach(FindViewModel.@Nullable Aim aim) {
    readers.forEach(
        (view, reader) -> {
          if (aim != null && view.pane() == aim.pane()) {
            chat.focus(view.pane());
            reader.goTo(new ReadingPlace(aim.turn(), aim.prompt() ? 0 : 1, 0, 0));
          }
        });
  }

  private void lead(FindViewModel.@Nullable Spot spot) {
    mark();
    readers.forEach(
        (view, reader) -> {
          if (spot != null && view.pane() == spot.pane()) {
            chat.focus(view.pane());
            reader.reveal(spot.hit());
          }
        });
  }

  private void mark() {
    FindViewModel.Result result = find.resultProperty().get();
    FindViewModel.Spot spot = find.currentProperty().get();
    readers.forEach(
        (view, reader) -> {
          reader.mark(
              result == null ? null : result.needle(),
              spot != null && spot.pane() == view.pane() ? spot.hit() : null);
          view.showFound(result == null ? null : result.panes().get(view.pane()));
        });
  }

  private @Nullable TranscriptReader current() {
    for (Map.Entry<PaneView, TranscriptReader> entry : readers.entrySet()) {
      if (entry.getKey().pane() == chat.currentProperty().get()) {
        return entry.getValue();
      }
    }
    return null;
  }

  private void withCurrent(Consumer<TranscriptReader> action) {
    TranscriptReader reader = current();
    if (reader != null) {
      action.accept(reader);
    }
  }

  /** Goes so many turns on in the current pane, or back when negative. */
  public void turn(int count) {
    withCurrent(reader -> reader.turn(count));
  }

  public void firstTurn() {
    withCurrent(TranscriptReader::firstTurn);
  }

  public void latest() {
    withCurrent(TranscriptReader::latest);
  }

  public void latestEverywhere() {
    readers.values().forEach(TranscriptReader::jumpToLatest);
  }

  /** What is selected in the current pane, or where nothing is, its last answer. */
  public void copyMarkdown() {
    withCurrent(
        reader -> {
          if (reader.hasSelection()) {
            copy(reader.selectedMarkdown());
          } else {
            copyLastReply();
          }
        });
  }

  /** The last answer of the current pane as it was written. */
  public void copyLastReply() {
    PaneViewModel pane = chat.currentProperty().get();
    if (pane != null && !pane.turns().isEmpty()) {
      copy(ReplyText.markdown(pane.turns().getLast().reply()));
    }
  }

  private void copy(String text) {
    readers.keySet().stream()
        .filter(view -> view.pane() == chat.currentProperty().get())
        .forEach(view -> view.copy(text));
  }

  /** The selected words, if they are few enough to be looked for; else empty. */
  String selected() {
    TranscriptReader reader = current();
    String words = reader == null || !reader.hasSelection() ? "" : reader.selected();
    return words.length() > 100 || words.contains("\n") ? "" : words.strip();
  }
}
