package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.command.CommandMenu;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.jspecify.annotations.Nullable;

/**
 * The tree, drawn: the photo left, a column for each step, lines from source to result. Click or
 * arrows choose, Ctrl and a click wipes between two. FX thread.
 */
final class TreeView extends ScrollPane {
  private static final double MARGIN = 12;
  private static final double COLUMN = 82;
  private static final double ROW = 46;

  private final TreeViewModel model;
  private final Thumbs thumbs;
  private final Commands commands;
  private final Texts texts;
  private final Pane paper = new Pane();
  private final Path lines = new Path();
  private List<TreeNodeView> views = List.of();
  private @Nullable ContextMenu menu;

  TreeView(TreeViewModel model, Thumbs thumbs, Commands commands, Texts texts) {
    this.model = model;
    this.thumbs = thumbs;
    this.commands = commands;
    this.texts = texts;
    getStyleClass().add("edit-tree");
    paper.getStyleClass().add("edit-tree-paper");
    lines.getStyleClass().add("tree-line");
    lines.setMouseTransparent(true);
    setContent(paper);
    setFocusTraversable(true);
    setAccessibleText(texts.get("photo.tree.name"));
    setPannable(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
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
    lines.getElements().setAll(drawn);
    views = made;
    paper.getChildren().setAll(lines);
    paper.getChildren().addAll(made);
    paper.setPrefSize(
        2 * MARGIN + (tree.columns() - 1) * COLUMN + TreeNodeView.WIDE,
        2 * MARGIN + Math.max(0, tree.rows() - 1) * ROW + TreeNodeView.TALL);
    mark();
    look();
  }

  private TreeNodeView view(int number, EditTree.Node node) {
    String name =
        texts.get(
            "photo.tree." + node.state().name().toLowerCase(java.util.Locale.ROOT),
            model.title(node));
    String words = node.origin().instruction();
    String about = words.isEmpty() ? name : name + "\n" + words;
    TreeNodeView view = new TreeNodeView(number, node, thumbs, name, about);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(view, event));
    view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> showMenu(view, event));
    return view;
  }

  private static double x(EditTree.Node node) {
    return MARGIN + node.place().column() * COLUMN;
  }

  private static double y(EditTree.Node node) {
    return Math.round(MARGIN + node.place().row() * ROW);
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
    if (current >= 0 && current < views.size()) {
      reveal(views.get(current));
    }
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
      return;
    }
    switch (event.getCode()) {
      case LEFT -> model.move(-1, 0);
      case RIGHT -> model.move(1, 0);
      case UP -> model.move(0, -1);
      case DOWN -> model.move(0, 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void showMenu(TreeNodeView view, ContextMenuEvent event) {
    if (menu != null) {
      menu.hide();
    }
    model.choose(view.number());
    menu = menu(view);
    menu.show(this, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private ContextMenu menu(TreeNodeView view) {
    ContextMenu made = new ContextMenu();
    int number = view.number();
    if (view.node().ref() == null) {
      made.getItems().add(command("photo.original"));
    } else {
      made.getItems().addAll(command("photo.use"), replay(number), command("photo.star"));
    }
    made.getItems().addAll(new SeparatorMenuItem(), compare(number));
    if (view.node().ref() != null) {
      made.getItems()
          .addAll(
              new SeparatorMenuItem(),
              command("photo.save"),
              command("photo.copy"),
              command("photo.toChat"),
              new SeparatorMenuItem(),
              command("photo.trash"));
    }
    return made;
  }

  private MenuItem compare(int number) {
    int held = model.heldProperty().get();
    boolean second = held >= 0 && held != number;
    MenuItem item =
        item(
            second
                ? texts.get(
                    "photo.tree.compare", model.title(model.treeProperty().get().nodes().get(held)))
                : texts.get("photo.tree.hold"));
    item.setOnAction(
        event -> {
          if (second) {
            model.compare(number);
          } else {
            model.hold(number);
          }
        });
    return item;
  }

  private Menu replay(int number) {
    Menu again = new Menu(texts.get("photo.tree.replay"));
    again.setMnemonicParsing(false);
    for (ModelRef ref : model.models()) {
      MenuItem item = item(ref.toString());
      item.setOnAction(event -> model.replay(number, ref));
      again.getItems().add(item);
    }
    return again;
  }

  private MenuItem command(String id) {
    return CommandMenu.item(commands, id);
  }

  private static MenuItem item(String words) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    return item;
  }
}
