package dev.polylogue.bench;

import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.provider.Blobs;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.Rota;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptActions;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TranscriptView;
import dev.polylogue.ui.transcript.TurnAction;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;

/** Transcripts side by side in a window. FX thread. */
final class PaneStage {
  /** The same as in {@code ui.chat}. */
  private static final int PANES_A_CHANGE = 2;

  private static final int FRAMES_A_CHANGE = 2;

  private final List<TranscriptView> views = new ArrayList<>();
  private final Stage stage = new Stage();
  private final Rota rota = new Rota(PANES_A_CHANGE, FRAMES_A_CHANGE);

  PaneStage(Background background, int panes) {
    HBox row = new HBox();
    Texts texts = new Texts(Locale.ENGLISH);
    for (int i = 0; i < panes; i++) {
      TranscriptView view =
          new TranscriptView(
              background,
              texts,
              new Nobody(),
              new Gallery(Blobs.NONE, background, texts, trouble -> {}));
      HBox.setHgrow(view, Priority.ALWAYS);
      view.setPrefWidth(360);
      views.add(view);
      row.getChildren().add(view);
    }
    stage.setScene(new Scene(row, 360 * Math.min(panes, 4), 900));
    stage.show();
  }

  Scene scene() {
    return stage.getScene();
  }

  void show(TranscriptTurn... turns) {
    views.forEach(view -> view.show(List.of(turns)));
  }

  void update(UUID turn, Snapshot reply) {
    views.forEach(view -> view.update(turn, reply));
  }

  /** As the window does it: a few panes at a time, and not in every frame. */
  void frame(UUID turn, Snapshot reply) {
    rota.turn(views).forEach(view -> view.update(turn, reply));
  }

  /** The text area of the first pane. */
  GenericStyledArea<?, ?, ?> area() {
    return areas(stage.getScene().getRoot()).getFirst();
  }

  void close() {
    stage.close();
    stage.setScene(null);
    views.clear();
  }

  /** The text areas of all transcripts below a node. */
  static List<GenericStyledArea<?, ?, ?>> areas(Node root) {
    List<GenericStyledArea<?, ?, ?>> areas = new ArrayList<>();
    for (Node node : root.lookupAll(".transcript-area")) {
      areas.add((GenericStyledArea<?, ?, ?>) node);
    }
    return areas;
  }

  /** The words that can be seen right now. */
  static String visible(GenericStyledArea<?, ?, ?> area) {
    StringBuilder words = new StringBuilder();
    area.getVisibleParagraphs().forEach(line -> words.append(line.getText()).append('\n'));
    return words.toString();
  }

  static TranscriptTurn turn(UUID id, Snapshot reply) {
    return new TranscriptTurn(id, "Explain tides.", "scribe", reply, 1, 1);
  }

  /** A live reply of which the first characters have come. */
  static Snapshot streaming(UUID reply, char[] text, int shown) {
    return snapshot(reply, ReplyState.STREAMING, CharBuffer.wrap(text, 0, shown));
  }

  static Snapshot snapshot(UUID reply, ReplyState state, CharSequence words) {
    return new Snapshot(
        reply,
        state,
        new Snapshot.Content(
            List.of(new Passage(Passage.Kind.TEXT, words, null)), List.of(), List.of(), List.of()),
        Outcome.NONE,
        new Timing(null, 400L, 400L + words.length(), null),
        Snapshot.Trouble.NONE);
  }

  /** A reader who asks for nothing. */
  private static final class Nobody implements TranscriptActions {
    @Override
    public void retry(UUID turn) {}

    @Override
    public void stepReply(UUID turn, int by) {}

    @Override
    public void stepPrompt(UUID turn, int by) {}

    @Override
    public void retryNow(UUID turn) {}

    @Override
    public void inspect(UUID turn) {}

    @Override
    public void stop() {}

    @Override
    public void openLink(String address) {}

    @Override
    public List<TurnAction> turnActions() {
      return List.of();
    }

    @Override
    public void copy(String text) {}
  }
}
