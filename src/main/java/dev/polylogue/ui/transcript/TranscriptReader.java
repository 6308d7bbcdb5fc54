package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Scroller.Point;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexRange;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a reader does with a transcript: moves in it, looks for words, takes some out. FX thread.
 */
public final class TranscriptReader {
  /** Found words are shown with so much of the height above them. */
  private static final double ABOVE = 0.3;

  private final TranscriptArea area;
  private final Texts texts;
  private final Follower follower;
  private final Scroller scroller;
  private final Landmarks landmarks;
  private final Beats beats;
  private final Highlights highlights;
  private final ReadOnlyObjectWrapper<@Nullable ReadingPlace> place = new ReadOnlyObjectWrapper<>();
  private @Nullable ReadingPlace anchor;
  private Runnable moved = () -> {};

  TranscriptReader(TranscriptArea area, Texts texts, Follower follower, Landmarks landmarks) {
    this.area = area;
    this.texts = texts;
    this.follower = follower;
    this.scroller = new Scroller(area);
    this.landmarks = landmarks;
    this.beats = new Beats(landmarks);
    this.highlights = new Highlights(area, scroller, landmarks);
    follower.whenMoved(this::movedByHand);
    follower
        .followingProperty()
        .subscribe(
            following -> {
              if (following) {
                place.set(null);
              }
            });
  }

  Highlights highlights() {
    return highlights;
  }

  Scroller scroller() {
    return scroller;
  }

  /** Where the reader stands; null at the bottom, where the stream is followed. */
  public ReadOnlyObjectProperty<@Nullable ReadingPlace> placeProperty() {
    return place.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty followingProperty() {
    return follower.followingProperty();
  }

  /** Runs after the reader has moved, and not when something else has. */
  public void whenMoved(Runnable listener) {
    moved = listener;
  }

  public List<UUID> turns() {
    return landmarks.ids();
  }

  private void movedByHand() {
    anchor = null;
    look();
    moved.run();
  }

  /** Takes down where the reader is, and stays there when the width changes. */
  private void look() {
    if (follower.followingProperty().get()) {
      place.set(null);
    } else if (scroller.isLaidOut()) {
      ReadingPlace now = landmarks.place(scroller.top());
      place.set(now);
      if (now != null) {
        follower.keep(() -> show(now));
      }
    }
  }

  private boolean show(ReadingPlace wanted) {
    Point point = scroller.isLaidOut() ? landmarks.point(wanted) : null;
    if (point == null) {
      return false;
    }
    scroller.show(point, 0);
    return true;
  }

  /** Goes to a place, and to the same words again once they have all been laid out. */
  public void goTo(ReadingPlace wanted) {
    anchor = null;
    place.set(wanted);
    follower.hold(() -> show(wanted));
  }

  /** Keeps the same words in view while lines above or below them are exchanged. */
  void stay() {
    ReadingPlace now = place.get();
    if (now != null) {
      goTo(now);
    }
  }

  /**
   * Goes to a place in a reply that has just come here, or where it has no such place, to another.
   * The first is kept in mind until the reader moves, for the reply that comes after it.
   */
  void goTo(ReadingPlace wanted, ReadingPlace otherwise) {
    goTo(otherwise);
    anchor = wanted;
    follower.hold(
        () -> {
          ReadingPlace there = landmarks.has(wanted) ? wanted : otherwise;
          place.set(there);
          return show(there);
        });
  }

  /** The way back to where the reader stands now. */
  Runnable back(ReadingPlace here) {
    return back(here, here);
  }

  /**
   * The way to another place that then lies as the present one does now, to the pixel where that
   * can be told.
   *
   * @param here the place that lies at the upper edge
   */
  Runnable back(ReadingPlace here, ReadingPlace there) {
    Point now = follower.isLaidOut() && scroller.isLaidOut() ? landmarks.point(here) : null;
    if (now == null || now.line() != scroller.firstLine()) {
      return () -> goTo(there);
    }
    double share = scroller.share(now.line());
    return () -> {
      goTo(there);
      follower.hold(
          () -> {
            Point point = scroller.isLaidOut() ? landmarks.point(there) : null;
            if (point != null) {
              scroller.show(point.line(), share);
            }
            return point != null;
          });
    };
  }

  /** Whether the reader was brought to where they are by an exchange of replies. */
  boolean hasAnchor() {
    return anchor != null;
  }

  /** Where the reader stands, also at the bottom; null where that can't be told. */
  @Nullable ReadingPlace here() {
    if (anchor != null) {
      return anchor;
    }
    ReadingPlace now = place.get();
    boolean told = now == null && follower.isLaidOut() && scroller.isLaidOut();
    return told ? landmarks.place(scroller.top()) : now;
  }

  public void jumpToLatest() {
    anchor = null;
    follower.jump();
    place.set(null);
  }

  /** Goes so many turns on, or back when negative. */
  public void turn(int count) {
    TurnView here = scroller.isLaidOut() ? landmarks.at(scroller.firstLine()) : null;
    if (here == null) {
      return;
    }
    boolean inside =
        landmarks.start(here) < scroller.firstLine() || scroller.share(scroller.firstLine()) > 0;
    TurnView next = landmarks.after(here, count < 0 && inside ? count + 1 : count);
    if (next != null) {
      goTo(new ReadingPlace(next.id(), 0, 0, 0));
    } else if (count > 0) {
      jumpToLatest();
    }
    moved.run();
  }

  public void firstTurn() {
    List<UUID> all = turns();
    if (!all.isEmpty()) {
      goTo(new ReadingPlace(all.getFirst(), 0, 0, 0));
      moved.run();
    }
  }

  public void latest() {
    jumpToLatest();
    moved.run();
  }

  /** How far the reader is, or null at the bottom and where there is nothing. */
  public @Nullable Beat beat() {
    ReadingPlace now = place.get();
    if (follower.followingProperty().get() || now == null || !scroller.isLaidOut()) {
      return null;
    }
    Point point = landmarks.point(now);
    if (point == null) {
      return null;
    }
    double share = point.line() == scroller.firstLine() ? scroller.share(point.line()) : 0;
    return beats.at(new Beats.Edge(point.line(), share));
  }

  /** Comes as far as another reader is. */
  public void align(Beat beat) {
    anchor = null;
    follower.hold(() -> show(beat));
    place.set(new ReadingPlace(beat.turn(), 0, 0, 0));
  }

  private boolean show(Beat beat) {
    Beats.Edge edge = scroller.isLaidOut() ? beats.edge(beat) : null;
    if (edge == null) {
      return false;
    }
    scroller.show(edge.line(), edge.share());
    place.set(landmarks.place(new Point(edge.line(), 0)));
    return true;
  }

  /**
   * Marks words wherever they stand; null for none.
   *
   * @param current the place among them that the reader is at
   */
  public void mark(@Nullable Needle needle, @Nullable Hit current) {
    highlights.mark(needle);
    highlights.current(current);
  }

  /** Brings words that were found into view; moves only if they are not. */
  public void reveal(Hit hit) {
    TurnView turn = landmarks.turn(hit.turn());
    if (turn != null && hit.passage() >= 0 && hit.passage() < turn.reply().passages().size()) {
      turn.reply().passages().get(hit.passage()).reveal();
    }
    anchor = null;
    follower.hold(() -> show(hit));
    follower.tell();
  }

  private boolean show(Hit hit) {
    int line = scroller.isLaidOut() ? landmarks.line(hit) : -1;
    if (line < 0) {
      return false;
    }
    Point point = new Point(line, hit.inner() < 0 ? hit.column() : 0);
    if (!scroller.isInView(point)) {
      scroller.show(point, area.getHeight() * ABOVE);
    }
    highlights.bring(hit, line);
    return true;
  }

  public boolean hasSelection() {
    return area.getSelection().getLength() > 0;
  }

  /** The selected words as they are shown. */
  public String selected() {
    return PlainText.of(Selected.of(area, area.getSelection()));
  }

  public String selectedMarkdown() {
    return markdown(area.getSelection());
  }

  private String markdown(IndexRange range) {
    return MarkdownText.of(texts, Selected.of(area, range), Selected.language(area, range));
  }

  public void selectAll() {
    area.selectAll();
  }

  public void deselect() {
    if (hasSelection()) {
      area.deselect();
    }
  }

  /** Runs when the reader selects here or points at words, so that a selection elsewhere can go. */
  public void whenSelecting(Runnable listener) {
    area.selectionProperty()
        .subscribe(
            selection -> {
              if (selection.getLength() > 0) {
                listener.run();
              }
            });
    area.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            listener.run();
          }
        });
  }

  /** The reply at a character of the text, or at the upper edge when it is negative. */
  @Nullable ReplyView reply(int offset) {
    TurnView turn = landmarks.at(offset < 0 ? scroller.firstLine() : scroller.line(offset));
    return turn == null ? null : turn.reply();
  }
}
