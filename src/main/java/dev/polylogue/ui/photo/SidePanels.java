package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** What stands beside the tiles: the tree, the recipe, what leaves this computer. FX thread. */
public final class SidePanels extends TabPane {
  /** The parts, in their order. */
  public enum Panel {
    TREE("photo.tree"),
    RECIPE("photo.recipe"),
    LEAVES("photo.leaves");

    private final String words;

    Panel(String words) {
      this.words = words;
    }
  }

  private static final double WIDE = 292;
  static final double NARROW = 276;

  SidePanels(Texts texts) {
    getStyleClass().add("photo-panels");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    narrow(false);
    for (Panel panel : Panel.values()) {
      Tab tab = new Tab(texts.get(panel.words));
      tab.setUserData(panel);
      getTabs().add(tab);
    }
  }

  /** Leaves more room to the pictures. */
  final void narrow(boolean now) {
    double width = now ? NARROW : WIDE;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
  }

  private Tab tab(Panel panel) {
    return getTabs().stream()
        .filter(tab -> panel.equals(tab.getUserData()))
        .findFirst()
        .orElseThrow();
  }

  /** Puts something into one of the parts. */
  public void put(Panel panel, Node content) {
    tab(panel).setContent(content);
  }

  /** Tells whether a part is the one that is shown, now and whenever that changes. */
  void selected(Panel panel, Consumer<Boolean> told) {
    tab(panel).selectedProperty().subscribe(told);
  }

  public void select(Panel panel) {
    getSelectionModel().select(tab(panel));
  }
}
