package dev.polylogue.ui.chat;

import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.transcript.TranscriptActions;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TranscriptView;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One pane: its header and its transcript. FX thread. */
final class PaneView extends VBox implements TranscriptActions {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double LEAST_WIDTH = 340;

  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final PaneHeader header;
  private final TranscriptView transcript;

  PaneView(PaneViewModel pane, ChatViewModel chat, ChatTools tools, Gallery gallery) {
    this.pane = pane;
    this.chat = chat;
    this.tools = tools;
    this.header = new PaneHeader(pane, chat, tools);
    this.transcript = new TranscriptView(tools.background(), tools.texts(), this, gallery);
    transcript
        .accessibleTextProperty()
        .bind(pane.modelProperty().map(ref -> tools.texts().get("pane.transcript", ref)));
    getStyleClass().add("pane");
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(LEAST_WIDTH);
    StackPane middle = new StackPane(transcript, emptyState());
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(header, sandboxNote(), middle);

    pane.currentProperty().subscribe(current -> pseudoClassStateChanged(CURRENT, current));
    pane.turns().addListener(this::changed);
    transcript.show(List.copyOf(pane.turns()));
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

  private VBox emptyState() {
    Label words = new Label();
    words.setWrapText(true);
    words
        .textProperty()
        .bind(pane.modelProperty().map(model -> tools.texts().get("pane.empty", model.model())));
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
        .bind(pane.modelProperty().map(model -> model.provider().equals(tools.sandbox())));
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private void changed(ListChangeListener.Change<? extends TranscriptTurn> change) {
    boolean onlyLive = true;
    while (change.next()) {
      for (int i = change.getFrom(); change.wasReplaced() && i < change.getTo(); i++) {
        onlyLive &= isLater(change.getRemoved().get(i - change.getFrom()), change.getList().get(i));
      }
      onlyLive &= change.wasReplaced();
      if (onlyLive) {
        change.getAddedSubList().forEach(turn -> transcript.update(turn.turn(), turn.reply()));
      }
    }
    if (!onlyLive) {
      transcript.show(List.copyOf(pane.turns()));
    }
  }

  /** Whether this is the same reply, further on. */
  private static boolean isLater(TranscriptTurn before, TranscriptTurn now) {
    return before.turn().equals(now.turn())
        && before.reply().reply().equals(now.reply().reply())
        && before.alternatives() == now.alternatives();
  }

  @Override
  public void retry(UUID turn) {
    chat.retry(pane, turn);
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
    tools.openLink().accept(address);
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
