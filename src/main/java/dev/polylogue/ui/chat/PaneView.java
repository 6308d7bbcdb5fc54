package dev.polylogue.ui.chat;

import dev.polylogue.ui.fx.Turnstile;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.transcript.PaneSearch;
import dev.polylogue.ui.transcript.TranscriptActions;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TranscriptView;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One pane: its header and its transcript. FX thread. */
final class PaneView extends VBox implements TranscriptActions {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final PaneHeader header;
  private final TranscriptView transcript;
  private final Label found = new Label();
  private final Turnstile turnstile;
  private boolean behind;

  /**
   * @param turnstile through which all panes go that show other turns
   */
  PaneView(
      PaneViewModel pane,
      ChatViewModel chat,
      ChatTools tools,
      Gallery gallery,
      Turnstile turnstile) {
    this.turnstile = turnstile;
    this.pane = pane;
    this.chat = chat;
    this.tools = tools;
    this.header = new PaneHeader(pane, chat, tools);
    this.transcript = new TranscriptView(tools.background(), tools.texts(), this, gallery);
    transcript
        .accessibleTextProperty()
        .bind(pane.faceProperty().map(face -> tools.texts().get("pane.transcript", face.whole())));
    getStyleClass().add("pane");
    found.getStyleClass().add("found-count");
    found.setMouseTransparent(true);
    found.visibleProperty().bind(found.textProperty().isNotEmpty());
    StackPane middle = new StackPane(transcript, emptyState(), found);
    StackPane.setAlignment(found, Pos.TOP_RIGHT);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren()
        .addAll(header, new RetirementNote(pane, chat, tools), sandboxNote(), replayNote(), middle);

    pane.currentProperty().subscribe(current -> pseudoClassStateChanged(CURRENT, current));
    PresetDrag.onto(this, chat, tools.presets());
    pane.turns().addListener(this::changed);
    transcript.show(List.copyOf(pane.turns()));
    visibleProperty().subscribe(visible -> catchUp());
    pane.marks()
        .addListener(
            (MapChangeListener<UUID, String>) change -> transcript.mark(Map.copyOf(pane.marks())));
    transcript.mark(Map.copyOf(pane.marks()));
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> chat.focus(pane));
    focusWithinProperty()
        .subscribe(
            within -> {
              if (within) {
                chat.focus(pane);
              }
            });
  }

  PaneViewModel pane() {
    return pane;
  }

  PaneHeader header() {
    return header;
  }

  TranscriptView transcript() {
    return transcript;
  }

  /** Says how often the words that are looked for stand here; null for nothing. */
  void showFound(PaneSearch.@Nullable Found here) {
    found.setText(here == null ? "" : tools.texts().get("find.here", here.count()));
  }

  private VBox emptyState() {
    Label words = new Label();
    words.setWrapText(true);
    words
        .textProperty()
        .bind(pane.faceProperty().map(face -> tools.texts().get("pane.empty", face.model())));
    VBox empty = new VBox(12, Icons.of(Feather.MESSAGE_SQUARE), words);
    empty.getStyleClass().add("empty-state");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(Bindings.isEmpty(pane.turns()));
    return empty;
  }

  private Label sandboxNote() {
    Label note = new Label(tools.texts().get("pane.sandbox"));
    note.getStyleClass().add("sandbox-note");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    pane.disguiseProperty().get() == null
                        && pane.model().provider().equals(tools.outside().sandbox()),
                pane.modelProperty(),
                pane.disguiseProperty()));
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private Label replayNote() {
    Label note = new Label();
    note.getStyleClass().addAll("sandbox-note", "replay-note");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    pane.replayProperty().subscribe(now -> note.setText(now == null ? "" : words(now)));
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private String words(ReplayNote note) {
    String key =
        switch (note.state()) {
          case ASKING -> "pane.replay.going";
          case STOPPED -> "pane.replay.over";
          case ANSWERED -> "pane.replay.answered";
        };
    return tools.texts().get(key, note.number(), note.of());
  }

  /** What came while the pane was out of sight, or had to wait, was not laid out; now it is. */
  private void catchUp() {
    if (isVisible() && behind) {
      behind = false;
      transcript.show(List.copyOf(pane.turns()));
    }
  }

  private void changed(ListChangeListener.Change<? extends TranscriptTurn> change) {
    if (behind || !isVisible()) {
      behind = true;
      return;
    }
    boolean onlyLive = true;
    while (change.next()) {
      onlyLive &= change.wasReplaced() && change.getRemovedSize() == change.getAddedSize();
      for (int i = change.getFrom(); onlyLive && i < change.getTo(); i++) {
        onlyLive &= isLater(change.getRemoved().get(i - change.getFrom()), change.getList().get(i));
      }
      if (onlyLive) {
        change.getAddedSubList().forEach(turn -> transcript.update(turn.turn(), turn.reply()));
      }
    }
    if (!onlyLive) {
      behind = true;
      turnstile.pass(this::catchUp);
    }
  }

  /** Whether this is the same reply, further on. */
  private static boolean isLater(TranscriptTurn before, TranscriptTurn now) {
    return before.turn().equals(now.turn())
        && before.reply().reply().equals(now.reply().reply())
        && before.speaker().equals(now.speaker())
        && before.steps().equals(now.steps());
  }

  @Override
  public void retry(UUID turn) {
    chat.retry(pane, turn);
  }

  @Override
  public void stepReply(UUID turn, int by) {
    chat.focus(pane);
    chat.branches().stepReply(pane, turn, by);
  }

  @Override
  public void stepPrompt(UUID turn, int by) {
    chat.focus(pane);
    chat.branches().stepPrompt(turn, by);
  }

  @Override
  public void retryNow(UUID turn) {
    chat.retryNow(pane);
  }

  @Override
  public void inspect(UUID turn) {
    chat.focus(pane);
    pane.inspectedProperty().set(turn);
    chat.inspectingProperty().set(true);
  }

  @Override
  public void stop() {
    chat.stop(pane);
  }

  @Override
  public void openLink(String address) {
    tools.outside().openLink(address);
  }

  @Override
  public List<TurnAction> turnActions() {
    return tools.outside().turnActions(pane);
  }

  @Override
  public void copy(String text) {
    Clips.copy(text);
  }
}
