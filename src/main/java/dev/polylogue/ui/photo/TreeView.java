package dev.polylogue.ui.photo;

import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The tree, drawn: the photo left, a column for each step, lines from source to result. Click or
 * arrows choose, Ctrl and a click wipes between two. FX thread.
 */
final class TreeView extends ScrollPane {
  private static final double MARGIN = 12;

  /** Above the first row, whose step is named there as in the gap above every other. */
  private static final double TOP = 30;

  private static final double CAPTION = 28;
  private static final double COLUMN = 82;
  private static final double ROW = 46;

  /** So long after the last arrow the tiles follow. */
  private static final Duration REST = Duration.millis(120);

  private final TreeViewModel model;
  private final Thumbs thumbs;
  private final TreeMenu menus;
  private final Texts texts;
  private final Pane paper = new Pane();
  private final Path lines = new Path();
  private final PauseTransition rest = new PauseTransition(REST);
  private List<TreeNodeView> views = List.of();
  private @Nullable ContextMenu menu;

  TreeView(TreeViewModel model, Thumbs thumbs, Commands commands, Texts texts) {
    this.model = model;
    this.thumbs = thumbs;
    this.menus = new TreeMenu(model, commands, texts);
    this.texts = texts;
    getStyleClass().add("edit-tree");
    paper.getStyleClass().add("edit-tree-paper");
    lines.getStyleClass().add("tree-line");
    lines.setMouseTransparent(true);
    setContent(paper);
    setFocusTraversable(true);
    setPannable(false);
    rest.setOnFinished(event -> model.settle());
    focusedProperty().subscribe(focused -> settle());
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    model.treeProperty().subscribe(this::draw);
    model.currentProperty().subscribe(() -> mark());
    model.heldProperty().subscribe(() -> mark());
    hvalueProperty().subscribe(() -> look());
    vvalueProperty().subscribe(() -> look());
    viewportBoundsProperty().subscribe(() -> look());
  }

  private void draw(EditTree tree) {
    views.forEach(view -> view.seen(false));
    List<TreeNodeView> made = new ArrayList<>();
    List<PathElement> drawn = new ArrayList<>();
    for (int i = 0; i < tree.nodes().size(); i++) {
      EditTree.Node node = tree.nodes().get(i);
      TreeNodeView view = view(i, node);
      view.relocate(x(node), y(node));
      made.add(view);
      if (node.place().parent() >= 0) {
        join(drawn, tree.nodes().get(node.place().parent()), node);
      }
    }
    double wide = 2 * MARGIN + (tree.columns() - 1) * COLUMN + TreeNodeView.WIDE;
    lines.getElements().setAll(drawn);
    views = made;
    paper.getChildren().setAll(lines);
    paper.getChildren().addAll(captions(tree, Math.max(wide, SidePanels.NARROW)));
    paper.getChildren().addAll(made);
    paper.setPrefSize(wide, TOP + Math.max(0, tree.rows() - 1) * ROW + TreeNodeView.TALL + MARGIN);
    mark();
    look();
  }

  /** What was asked for, in two lines at most, above the first result of each step. */
  private static List<Label> captions(EditTree tree, double wide) {
    List<Label> captions = new ArrayList<>();
    for (int number : tree.beginnings()) {
      EditTree.Node first = tree.nodes().get(number);
      Label caption = new Label(first.origin().instruction().replaceAll("\\s+", " "));
      caption.getStyleClass().add("tree-caption");
      caption.setMouseTransparent(true);
      caption.setWrapText(true);
      caption.setAlignment(Pos.BOTTOM_LEFT);
      caption.setMinHeight(CAPTION);
      caption.setMaxHeight(CAPTION);
      caption.setMaxWidth(tree.isSource(number) ? COLUMN - MARGIN : wide - MARGIN - x(first));
      caption.relocate(x(first), y(first) - CAPTION);
      captions.add(caption);
    }
    return captions;
  }

  private TreeNodeView view(int number, EditTree.Node node) {
    List<String> about = model.about(node);
    TreeNodeView view = new TreeNodeView(number, node, thumbs, about);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(view, event));
    view.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> showMenu(view, event.getScreenX(), event.getScreenY(), event));
    return view;
  }

  private static double x(EditTree.Node node) {
    return MARGIN + node.place().column() * COLUMN;
  }

  private static double y(EditTree.Node node) {
    return Math.round(TOP + node.place().row() * ROW);
  }

  private static void join(List<PathElement> drawn, EditTree.Node from, EditTree.Node to) {
    double x0 = x(from) + TreeNodeView.WIDE;
    double y0 = y(from) + TreeNodeView.TALL / 2;
    double x1 = x(to);
    double y1 = y(to) + TreeNodeView.TALL / 2;
    double middle = (x0 + x1) / 2;
    drawn.add(new MoveTo(x0, y0));
    drawn.add(new CubicCurveTo(middle, y0, middle, y1, x1, y1));
  }

  private void mark() {
    int current = model.currentProperty().get();
    int held = model.heldProperty().get();
    for (TreeNodeView view : views) {
      view.mark(view.number() == current, view.number() == held);
    }
    boolean chosen = current >= 0 && current < views.size();
    if (chosen) {
      reveal(views.get(current));
    }
    String name = texts.get("photo.tree.name");
    setAccessibleText(chosen ? views.get(current).getAccessibleText() + ". " + name : name);
  }

  /** Scrolls until a node can be seen, and no further. */
  private void reveal(TreeNodeView view) {
    Bounds seen = getViewportBounds();
    double wide = paper.getPrefWidth() - seen.getWidth();
    double tall = paper.getPrefHeight() - seen.getHeight();
    if (seen.getWidth() > 0 && wide > 0) {
      setHvalue(
          scrolled(getHvalue() * wide, view.getLayoutX(), TreeNodeView.WIDE, seen.getWidth())
              / wide);
    }
    if (seen.getHeight() > 0 && tall > 0) {
      setVvalue(
          scrolled(getVvalue() * tall, view.getLayoutY(), TreeNodeView.TALL, seen.getHeight())
              / tall);
    }
  }

  private static double scrolled(double at, double from, double length, double room) {
    double most = from - MARGIN;
    double least = from + length + MARGIN - room;
    return at > most ? Math.max(0, most) : Math.max(at, least);
  }

  /** Loads what can be seen, and what is about to be. */
  private void look() {
    Bounds port = getViewportBounds();
    double left = getHvalue() * Math.max(0, paper.getPrefWidth() - port.getWidth());
    double top = getVvalue() * Math.max(0, paper.getPrefHeight() - port.getHeight());
    Bounds seen =
        new BoundingBox(
            left - COLUMN, top - 2 * ROW, port.getWidth() + 2 * COLUMN, port.getHeight() + 4 * ROW);
    for (TreeNodeView view : views) {
      view.seen(
          seen.intersects(
              view.getLayoutX(), view.getLayoutY(), TreeNodeView.WIDE, TreeNodeView.TALL));
    }
  }

  private void clicked(TreeNodeView view, MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    boolean other = event.isShortcutDown() || model.heldProperty().get() >= 0;
    if (other && view.node().picture() != null) {
      model.compare(view.number());
    } else {
      model.choose(view.number());
    }
    event.consume();
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      settle();
      return;
    }
    switch (event.getCode()) {
      case LEFT -> walk(-1, 0);
      case RIGHT -> walk(1, 0);
      case UP -> walk(0, -1);
      case DOWN -> walk(0, 1);
      case ENTER -> {
        settle();
        if (!model.isGoneChosen()) {
          return;
        }
        model.putBack();
      }
      default -> {
        settle();
        return;
      }
    }
    event.consume();
  }

  private void walk(int right, int down) {
    model.walk(right, down);
    rest.playFromStart();
  }

  /** What is pressed next is meant for the node that was walked to. */
  private void settle() {
    if (rest.getStatus() == Animation.Status.RUNNING) {
      rest.stop();
      model.settle();
    }
  }

  /** The menu key asks for the current node, the mouse for the one that it is on. */
  private void showMenu(ContextMenuEvent event) {
    int current = model.currentProperty().get();
    if (event.isKeyboardTrigger() && current >= 0 && current < views.size()) {
      TreeNodeView view = views.get(current);
      Bounds there = view.localToScreen(view.getLayoutBounds());
      showMenu(view, there.getMinX(), there.getMaxY(), event);
    }
  }

  private void showMenu(TreeNodeView view, double x, double y, ContextMenuEvent event) {
    if (menu != null) {
      menu.hide();
    }
    model.choose(view.number());
    menu = menus.of(view);
    menu.show(this, x, y);
    event.consume();
  }
}
