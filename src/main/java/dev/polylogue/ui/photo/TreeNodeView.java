package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A picture of the tree in small. It is loaded while it can be seen. FX thread. */
final class TreeNodeView extends StackPane {
  static final double WIDE = 48;
  static final double TALL = 36;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  private final int number;
  private final EditTree.Node node;
  private final Thumbs thumbs;
  private @Nullable Runnable asked;

  /**
   * @param about what there is to say of it, its name first
   */
  TreeNodeView(int number, EditTree.Node node, Thumbs thumbs, List<String> about) {
    this.number = number;
    this.node = node;
    this.thumbs = thumbs;
    getStyleClass().addAll("tree-node", node.state().name().toLowerCase(java.util.Locale.ROOT));
    setPrefSize(WIDE, TALL);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(String.join(". ", about));
    Tooltip tooltip = new Tooltip(String.join("\n", about));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    tooltip.setShowDelay(Duration.millis(400));
    Tooltip.install(this, tooltip);
    decorate();
  }

  private void decorate() {
    switch (node.state()) {
      case DONE -> {}
      case STARRED -> corner(Feather.STAR);
      case WORKING -> getChildren().add(Icons.of(Feather.CLOCK));
      case FAILED -> getChildren().add(Icons.of(Feather.ALERT_TRIANGLE));
      case STOPPED -> getChildren().add(Icons.of(Feather.SQUARE));
      case GONE -> getChildren().add(Icons.of(Feather.TRASH_2));
    }
  }

  private void corner(Feather icon) {
    StackPane mark = new StackPane(Icons.of(icon));
    mark.getStyleClass().add("tree-star");
    mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(mark, Pos.TOP_RIGHT);
    getChildren().add(mark);
  }

  int number() {
    return number;
  }

  EditTree.Node node() {
    return node;
  }

  void mark(boolean current, boolean held) {
    pseudoClassStateChanged(CURRENT, current);
    pseudoClassStateChanged(HELD, held);
  }

  /** Whether it can be seen. */
  void seen(boolean now) {
    Shelf.Wanted picture = node.picture();
    if (now && picture != null && asked == null) {
      asked = thumbs.ask(picture, 2 * (int) WIDE, this::show);
    } else if (!now && asked != null && !isShowing()) {
      asked.run();
      asked = null;
    }
  }

  private boolean isShowing() {
    return !getChildren().isEmpty() && getChildren().getFirst() instanceof ImageView;
  }

  /** Fills its frame; what does not fit is cut off at the edges, as it is in a contact print. */
  private void show(Image image) {
    ImageView view = new ImageView(image);
    double scale = Math.max((WIDE - 4) / image.getWidth(), (TALL - 4) / image.getHeight());
    double wide = (WIDE - 4) / scale;
    double tall = (TALL - 4) / scale;
    view.setViewport(
        new javafx.geometry.Rectangle2D(
            (image.getWidth() - wide) / 2, (image.getHeight() - tall) / 2, wide, tall));
    view.setFitWidth(WIDE - 4);
    view.setFitHeight(TALL - 4);
    view.setSmooth(true);
    Node shown = view;
    getChildren().addFirst(shown);
  }
}
