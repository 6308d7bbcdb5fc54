package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The transcript of one pane. Its accessible text names it, such as by the model of the pane. FX
 * thread; Markdown is parsed off it and appears a frame or two later.
 */
public final class TranscriptView extends StackPane {
  /** So many turns are put in place of others at once; more are laid out first. */
  private static final int FEW_TURNS = 8;

  private final TranscriptArea area;
  private final VirtualizedScrollPane<TranscriptArea> pane;
  private final Follower follower;
  private final Canvas canvas;
  private final LineStack stack;
  private final Backlog backlog;
  private final TranscriptReader reader;
  private final Staying staying;
  private final List<TurnView> turns = new ArrayList<>();
  private Map<UUID, String> marks = Map.of();

  /**
   * @param gallery has the pictures of prompts and answers
   */
  public TranscriptView(
      Background background, Texts texts, TranscriptActions actions, Gallery gallery) {
    area = new TranscriptArea(texts, actions);
    pane = new VirtualizedScrollPane<>(area, ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);
    pane.setManaged(false);
    follower = new Follower(area, pane, this::isSettled);
    stack = new LineStack(area, follower::contentChanged);
    canvas = new Canvas(new LineDocument(), background, texts, new Formulas(), gallery);
    backlog = new Backlog(canvas, this::arrived);
    Landmarks landmarks = new Landmarks(area, stack, turns);
    reader = new TranscriptReader(area, texts, follower, landmarks);
    staying = new Staying(reader, landmarks, turns);
    new ReadingKeys(area, reader);
    new TranscriptMenu(area, reader, texts, actions);
    Button jump = jump(texts);
    getChildren().addAll(pane, reader.highlights(), jump);
    setAlignment(jump, Pos.BOTTOM_CENTER);
    getStyleClass().add("transcript");
    getStylesheets()
        .add(
            Objects.requireNonNull(TranscriptView.class.getResource("/css/transcript.css"))
                .toExternalForm());
    sceneProperty().subscribe(scene -> backlog.seen(scene != null));
    area.accessibleTextProperty().bind(accessibleTextProperty());
  }

  /** The lines are nobody's concern but their own: what moves among them moves nothing around. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    layoutInArea(pane, 0, 0, getWidth(), getHeight(), 0, HPos.LEFT, VPos.TOP);
  }

  private Button jump(Texts texts) {
    Button jump = new Button(texts.get("transcript.jump"), new FontIcon(Feather.ARROW_DOWN));
    jump.getStyleClass().addAll("small", "jump");
    jump.visibleProperty().bind(follower.belowProperty());
    jump.managedProperty().bind(jump.visibleProperty());
    jump.setOnAction(event -> reader.latest());
    return jump;
  }

  /** What a reader can do with it. */
  public TranscriptReader reader() {
    return reader;
  }

  /**
   * Shows these turns, in place of what stood here. Keeps what has not changed, and where the
   * reader is in it: in another reply, at the same line of it, or at its head where it is shorter
   * or only begins; in another wording of a message, at that message. When the last turn is another
   * one than before for another reason, the transcript stands at its end. Turns that were there
   * before and many new ones come in the moments that follow, the last ones first and with all
   * their words.
   */
  public void show(List<TranscriptTurn> wanted) {
    List<TranscriptTurn> known = new ArrayList<>(backlog.waiting());
    turns.forEach(turn -> known.add(turn.turn()));
    Runnable stay = staying.through(wanted);
    int above = sameAbove(known, wanted);
    Runnable along = staying.along(known, wanted, above);
    int below = sameBelow(known, wanted, above);
    int waiting = backlog.waiting().size();
    int fresh = wanted.size() - above - below;
    boolean opening = known.isEmpty() && wanted.stream().anyMatch(TranscriptView::isOver);
    if (above >= waiting && fresh <= FEW_TURNS && !opening) {
      leave(above - waiting, turns.size() - below);
      insert(above - waiting, wanted.subList(above, wanted.size() - below));
      backlog.refresh(wanted.subList(0, waiting));
    } else {
      beginAgain(wanted, Math.min(below, turns.size()));
    }
    int built = wanted.size() - turns.size();
    for (int i = 0; i < turns.size(); i++) {
      turns.get(i).stand(i == 0 && backlog.isEmpty());
      turns.get(i).show(wanted.get(built + i));
    }
    mark();
    if (!Objects.equals(last(known), last(wanted))) {
      Objects.requireNonNullElse(along, reader::jumpToLatest).run();
    } else {
      if (above < wanted.size() || above < known.size()) {
        reader.stay();
      }
      stay.run();
      follower.contentChanged();
    }
  }

  private static boolean isOver(TranscriptTurn turn) {
    return !turn.reply().state().isLive();
  }

  private static @Nullable UUID last(List<TranscriptTurn> turns) {
    return turns.isEmpty() ? null : turns.getLast().turn();
  }

  /** Lays out everything anew but the lowest turns that stay. */
  private void beginAgain(List<TranscriptTurn> wanted, int staying) {
    leave(0, turns.size() - staying);
    backlog.set(wanted.subList(0, wanted.size() - staying));
  }

  /**
   * Writes something beside the speakers of turns, such as a verdict.
   *
   * @param wanted the words by turn; whatever stood there before goes
   */
  public void mark(Map<UUID, String> wanted) {
    marks = Map.copyOf(wanted);
    mark();
  }

  private void mark() {
    turns.forEach(turn -> turn.mark(marks.getOrDefault(turn.id(), "")));
  }

  private static int sameAbove(List<TranscriptTurn> known, List<TranscriptTurn> wanted) {
    int most = Math.min(known.size(), wanted.size());
    int same = 0;
    while (same < most && known.get(same).fits(wanted.get(same))) {
      same++;
    }
    return same;
  }

  private static int sameBelow(
      List<TranscriptTurn> known, List<TranscriptTurn> wanted, int sameAbove) {
    int most = Math.min(known.size(), wanted.size()) - sameAbove;
    int same = 0;
    while (same < most
        && known.get(known.size() - 1 - same).fits(wanted.get(wanted.size() - 1 - same))) {
      same++;
    }
    return same;
  }

  private void insert(int place, List<TranscriptTurn> wanted) {
    List<TurnView> views = new ArrayList<>();
    for (TranscriptTurn turn : wanted) {
      views.add(new TurnView(canvas.blank(), turn, false));
    }
    stack.insert(place, LineStack.Ready.of(views.stream().map(TurnView::document).toList()));
    turns.addAll(place, views);
  }

  private void leave(int from, int to) {
    List<TurnView> left = turns.subList(from, to);
    left.forEach(TurnView::leave);
    left.clear();
    stack.remove(from, to);
  }

  /** Turns of the backlog are ready: they come above all others, and what is in view stays. */
  private void arrived(Chapter chapter) {
    boolean bare = turns.isEmpty();
    if (!bare) {
      turns.getFirst().stand(false);
    }
    boolean atTop = !bare && !following() && isAtTop();
    stack.insert(0, chapter.lines());
    turns.addAll(0, chapter.turns());
    mark();
    if (atTop) {
      area.showParagraphAtTop(chapter.lines().size());
    }
  }

  private boolean following() {
    return follower.followingProperty().get();
  }

  private boolean isAtTop() {
    return !area.getVisibleParagraphs().isEmpty() && area.firstVisibleParToAllParIndex() == 0;
  }

  /** A live reply has moved on; called at most once a frame. Unknown turns are passed over. */
  public void update(UUID turn, Snapshot reply) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).id().equals(turn)) {
        turns.get(i).show(reply);
        return;
      }
    }
    backlog.update(turn, reply);
  }

  /** Whether no text waits to be laid out. */
  boolean isSettled() {
    return backlog.isEmpty() && turns.stream().allMatch(TurnView::isSettled);
  }
}
