package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The transcript of one pane. Its accessible text names it, such as by the model of the pane. FX
 * thread; Markdown is parsed off it and appears a frame or two later.
 */
public final class TranscriptView extends StackPane {
  private final TranscriptArea area;
  private final Follower follower;
  private final Canvas canvas;
  private final List<TurnView> turns = new ArrayList<>();

  /**
   * @param gallery has the pictures of prompts and answers
   */
  public TranscriptView(
      Background background, Texts texts, TranscriptActions actions, Gallery gallery) {
    area = new TranscriptArea(texts, actions);
    VirtualizedScrollPane<TranscriptArea> pane =
        new VirtualizedScrollPane<>(area, ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);
    follower = new Follower(area, pane);
    LineDocument document = new LineDocument(area.getContent());
    canvas = new Canvas(document, background, texts, gallery, follower::contentChanged);
    Button jump = jump(texts);
    getChildren().addAll(pane, jump);
    setAlignment(jump, Pos.BOTTOM_CENTER);
    getStyleClass().add("transcript");
    getStylesheets()
        .add(
            Objects.requireNonNull(TranscriptView.class.getResource("/css/transcript.css"))
                .toExternalForm());
    area.accessibleTextProperty().bind(accessibleTextProperty());
  }

  private Button jump(Texts texts) {
    Button jump = new Button(texts.get("transcript.jump"), new FontIcon(Feather.ARROW_DOWN));
    jump.getStyleClass().addAll("small", "jump");
    jump.visibleProperty().bind(follower.followingProperty().not());
    jump.managedProperty().bind(jump.visibleProperty());
    jump.setOnAction(event -> follower.jump());
    return jump;
  }

  /**
   * Shows these turns, in place of what stood here. Keeps what has not changed. When the last turn
   * is another one than before, the transcript stands at its end.
   */
  public void show(List<TranscriptTurn> wanted) {
    UUID lastBefore = turns.isEmpty() ? null : turns.getLast().id();
    int same = 0;
    while (same < turns.size() && same < wanted.size() && turns.get(same).fits(wanted.get(same))) {
      turns.get(same).show(wanted.get(same).reply());
      same++;
    }
    leaveFrom(same);
    List<TranscriptTurn> added = wanted.subList(same, wanted.size());
    canvas.document().together(() -> added.forEach(turn -> turns.add(view(turn))));
    UUID last = turns.isEmpty() ? null : turns.getLast().id();
    if (!Objects.equals(last, lastBefore)) {
      follower.jump();
    } else {
      follower.contentChanged();
    }
  }

  private TurnView view(TranscriptTurn turn) {
    return new TurnView(canvas, turn, turns.isEmpty());
  }

  private void leaveFrom(int first) {
    if (first < turns.size()) {
      canvas.document().truncate(turns.get(first).top());
      List<TurnView> left = turns.subList(first, turns.size());
      left.forEach(TurnView::leave);
      left.clear();
    }
  }

  /** A live reply has moved on; called at most once a frame. Unknown turns are passed over. */
  public void update(UUID turn, Snapshot reply) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).id().equals(turn)) {
        turns.get(i).show(reply);
        follower.contentChanged();
        return;
      }
    }
  }

  /** Whether no text waits to be laid out. */
  boolean isSettled() {
    return turns.stream().allMatch(TurnView::isSettled);
  }
}
