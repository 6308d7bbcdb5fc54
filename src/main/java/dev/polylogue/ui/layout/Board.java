package dev.polylogue.ui.layout;

import dev.polylogue.ui.layout.Plan.Divider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Lays nodes out by an arrangement, with dividers between them that can be dragged; a double click
 * on one makes its neighbours even again. The nodes stay its children whatever the arrangement, so
 * that they keep what they show and the focus; those that are not shown are invisible. FX thread.
 */
public final class Board extends Pane {
  private static final double GRIP = 7;

  /** How much of the grip lies on the far side of its line, where no scroll bar stands. */
  private static final double AHEAD = 6;

  private final Consumer<Proportions> changed;
  private final List<Node> items = new ArrayList<>();
  private final List<Grip> grips = new ArrayList<>();
  private Arrangement arrangement;
  private Box room = Box.NOWHERE;
  private Runnable laidOut = () -> {};

  /**
   * @param changed receives what dragging a divider asks for
   */
  public Board(Arrangement arrangement, Consumer<Proportions> changed) {
    this.arrangement = arrangement;
    this.changed = changed;
    getStyleClass().add("board");
  }

  public List<Node> items() {
    return List.copyOf(items);
  }

  public Arrangement arrangement() {
    return arrangement;
  }

  /** What can be seen at once. */
  public Box room() {
    return room;
  }

  /** How much of the board can be seen at once. */
  public void setRoom(double width, double height) {
    boolean changed = height != room.height();
    room = new Box(0, 0, width, height);
    if (changed) {
      requestLayout();
    }
  }

  /** Runs after each layout, when everything stands where it is to stand. */
  public void setOnLaidOut(Runnable action) {
    laidOut = action;
  }

  /** Shows these, and what is arranged anew, at once. */
  public void show(List<? extends Node> shown, Arrangement wanted) {
    if (!shown.equals(items)) {
      items.clear();
      items.addAll(shown);
      grips.clear();
      for (int i = 0; i < 2 * items.size(); i++) {
        grips.add(new Grip());
      }
      List<Node> children = new ArrayList<>(items);
      children.addAll(grips);
      getChildren().setAll(children);
    }
    arrangement = wanted;
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setVisible(wanted.shows(i));
    }
    requestLayout();
  }

  /** Where a node stands now; a part of what can be scrolled through. */
  public Box place(Node item) {
    int at = items.indexOf(item);
    return at < 0 ? Box.NOWHERE : plan().places().get(at);
  }

  private Plan plan() {
    return arrangement.plan(items.size(), getWidth(), getHeight());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return arrangement.leastWidth(items.size());
  }

  @Override
  protected double computePrefWidth(double height) {
    return computeMinWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return arrangement.leastHeight(items.size(), width, room.height());
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Plan plan = plan();
    for (int i = 0; i < items.size(); i++) {
      Box at = plan.places().get(i);
      if (!at.isNowhere()) {
        items.get(i).resizeRelocate(at.x(), at.y(), at.width(), at.height());
      }
    }
    for (int i = 0; i < grips.size(); i++) {
      boolean used = i < plan.dividers().size();
      grips.get(i).setVisible(used);
      if (used) {
        grips.get(i).stand(plan.dividers().get(i));
      }
    }
    laidOut.run();
  }

  /** What is taken hold of to move a divider. */
  private final class Grip extends Region {
    private Divider divider =
        new Divider(new Proportions.Line(Proportions.Axis.COLUMNS, 1), 0, Box.NOWHERE);
    private Arrangement before = arrangement;
    private double pressedAt;

    Grip() {
      getStyleClass().add("divider");
      setVisible(false);
      addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
      addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    void stand(Divider at) {
      divider = at;
      Box box = at.at();
      boolean upright = at.isUpright();
      setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
      pseudoClassStateChanged(
          javafx.css.PseudoClass.getPseudoClass(upright ? "upright" : "flat"), true);
      pseudoClassStateChanged(
          javafx.css.PseudoClass.getPseudoClass(upright ? "flat" : "upright"), false);
      if (upright) {
        resizeRelocate(box.x() + AHEAD - GRIP, box.y(), GRIP, box.height());
      } else {
        resizeRelocate(box.x(), box.y() - AHEAD, box.width(), GRIP);
      }
    }

    private double along(MouseEvent event) {
      return divider.isUpright() ? event.getSceneX() : event.getSceneY();
    }

    private void press(MouseEvent event) {
      before = arrangement;
      pressedAt = along(event);
      event.consume();
    }

    private void drag(MouseEvent event) {
      changed.accept(before.resized(divider, along(event) - pressedAt, room));
      event.consume();
    }

    private void click(MouseEvent event) {
      if (event.getClickCount() == 2) {
        changed.accept(arrangement.proportions().even(divider.line()));
      }
      event.consume();
    }
  }
}
