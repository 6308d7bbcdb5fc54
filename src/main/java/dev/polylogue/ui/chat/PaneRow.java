package dev.polylogue.ui.chat;

import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.ui.fx.FocusHome;
import dev.polylogue.ui.fx.Turnstile;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.LiveScroll;
import dev.polylogue.ui.layout.Arrangement;
import dev.polylogue.ui.layout.Board;
import dev.polylogue.ui.layout.Box;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * The panes, as the arrangement says: side by side, in rows and columns, or one with the others as
 * tabs above. Where they don't fit, they are scrolled through. FX thread.
 */
public final class PaneRow extends BorderPane implements FocusHome {
  private static final double EDGE = 48;

  private final ChatViewModel chat;
  private final ArrangementViewModel arrangement;
  private final ChatTools tools;
  private final Gallery gallery;
  private final Reading reading;
  private final Board board;
  private final Scroll scroll;
  private final List<PaneView> views = new ArrayList<>();
  private final Turnstile turnstile = new Turnstile();

  /**
   * @param gallery has the pictures of prompts and answers
   */
  public PaneRow(
      ChatViewModel chat,
      ArrangementViewModel arrangement,
      ChatTools tools,
      Gallery gallery,
      Reading reading) {
    this.chat = chat;
    this.arrangement = arrangement;
    this.tools = tools;
    this.gallery = gallery;
    this.reading = reading;
    this.board = new Board(wanted(), arrangement::resize);
    this.scroll = new Scroll();
    getStyleClass().add("pane-row");
    scroll.setAccessibleText(tools.texts().get("pane.row"));
    scroll.setContent(board);
    PaneTabs tabs = new PaneTabs(chat, tools.texts());
    tabs.visibleProperty()
        .bind(
            Bindings.size(chat.panes())
                .greaterThan(1)
                .and(arrangement.layoutProperty().isEqualTo(Layout.FOCUS)));
    tabs.managedProperty().bind(tabs.visibleProperty());
    setTop(tabs);
    setCenter(scroll);
    new PaneDrag(board, new HeaderHandles(), chat);
    chat.panes().addListener((ListChangeListener<PaneViewModel>) change -> arrange());
    chat.currentProperty().subscribe(pane -> arrange());
    arrangement.layoutProperty().subscribe(layout -> arrange());
    arrangement.proportionsProperty().subscribe(proportions -> board.show(views, wanted()));
  }

  private Arrangement wanted() {
    return new Arrangement(
        arrangement.layoutProperty().get(),
        arrangement.proportionsProperty().get(),
        Math.max(0, chat.panes().indexOf(chat.currentProperty().get())));
  }

  private void arrange() {
    List<PaneView> wanted = chat.panes().stream().map(this::view).toList();
    if (!wanted.equals(views)) {
      views.stream().filter(view -> !wanted.contains(view)).forEach(reading::leave);
      views.clear();
      views.addAll(wanted);
    }
    board.show(views, wanted());
    scroll.reveal();
  }

  private PaneView view(PaneViewModel pane) {
    for (PaneView view : views) {
      if (view.pane() == pane) {
        return view;
      }
    }
    PaneView made = new PaneView(pane, chat, tools, gallery, turnstile);
    reading.attach(made);
    return made;
  }

  /**
   * Opens the model chooser of the current pane.
   *
   * @param chosen called once a model was chosen
   * @param closed called before, and where the chooser was closed without
   */
  public void chooseModel(Runnable chosen, Runnable closed) {
    PaneView view = current();
    if (view != null) {
      scroll.layout();
      view.header().openChooser(chosen, closed);
    }
  }

  /** Opens the settings of the current pane. */
  public void openSettings() {
    PaneView view = current();
    if (view != null) {
      scroll.layout();
      view.header().openSettings();
    }
  }

  /**
   * Opens the presets for the current pane.
   *
   * @param toSave whether the name of a new one is asked for
   */
  public void openPresets(boolean toSave) {
    PaneView view = current();
    if (view != null) {
      scroll.layout();
      view.header().openPresets(toSave);
    }
  }

  /** Gives the keyboard to the transcript of the current pane. */
  public void focusTranscript() {
    PaneView view = current();
    if (view != null) {
      // The text itself takes the keys that scroll and select.
      Node text = view.transcript().lookup(".transcript-area");
      (text == null ? view.transcript() : text).requestFocus();
    }
  }

  @Override
  public void takeFocus() {
    focusTranscript();
  }

  /** Makes the current pane wider and taller, by pixels, as far as the layout lets it be. */
  public void resizeCurrent(double wider, double taller) {
    int place = chat.panes().indexOf(chat.currentProperty().get());
    if (place >= 0) {
      arrangement.resize(wanted().resized(views.size(), place, wider, taller, board.room()));
      scroll.reveal();
    }
  }

  private @Nullable PaneView current() {
    return views.stream()
        .filter(view -> view.pane() == chat.currentProperty().get())
        .findFirst()
        .orElse(null);
  }

  /** Scrolls as little as is needed to have the whole current pane in sight. */
  private final class Scroll extends LiveScroll {
    private boolean toReveal;

    Scroll() {
      getStyleClass().add("pane-scroll");
      setFitToHeight(true);
      setFitToWidth(true);
      setFocusTraversable(false);
      viewportBoundsProperty().subscribe(seen -> board.setRoom(seen.getWidth(), seen.getHeight()));
      board.setOnLaidOut(this::bringIntoSight);
      addEventFilter(DragEvent.DRAG_OVER, this::nearEdge);
    }

    void reveal() {
      toReveal = true;
      board.requestLayout();
    }

    private void bringIntoSight() {
      PaneView view = current();
      Box at = view == null ? Box.NOWHERE : board.place(view);
      // The room is given in two steps; before the second one the place is not the last word.
      if (!toReveal || at.right() > board.getWidth() || at.bottom() > board.getHeight()) {
        return;
      }
      toReveal = false;
      double width = getViewportBounds().getWidth();
      double height = getViewportBounds().getHeight();
      setHvalue(at(getHvalue(), board.getWidth() - width, at.x(), at.right() - width));
      setVvalue(at(getVvalue(), board.getHeight() - height, at.y(), at.bottom() - height));
    }

    private static double at(double now, double hidden, double most, double least) {
      return hidden <= 0 ? now : Math.clamp(now * hidden, Math.min(least, most), most) / hidden;
    }

    /** What is dragged reaches panes that are out of sight. */
    private void nearEdge(DragEvent event) {
      double hidden = board.getWidth() - getViewportBounds().getWidth();
      if (hidden > 0) {
        double by = event.getX() < EDGE ? -EDGE : event.getX() > getWidth() - EDGE ? EDGE : 0;
        setHvalue(Math.clamp(getHvalue() + by / 2 / hidden, 0, 1));
      }
    }
  }

  private final class HeaderHandles implements PaneDrag.Handles {
    @Override
    public @Nullable PaneViewModel pane(Node node) {
      boolean inHeader = false;
      for (Node step = node; step != null; step = step.getParent()) {
        inHeader |= step instanceof PaneHeader;
        if (step instanceof PaneView view) {
          return inHeader ? view.pane() : null;
        }
      }
      return null;
    }

    @Override
    public Node picture(PaneViewModel pane) {
      return view(pane).header();
    }

    @Override
    public List<? extends Node> places() {
      return arrangement.layoutProperty().get() == Layout.FOCUS ? List.of() : views;
    }
  }
}
