package dev.polylogue.ui.inspector;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The panel at the right: settings, timeline and exchange of one reply. FX thread. */
public final class InspectorView extends BorderPane {
  private static final double STEP = 32;

  private final InspectorViewModel model;
  private final TabPane tabs;

  /**
   * @param hands what the buttons do outside the inspector
   */
  public InspectorView(InspectorViewModel model, Hands hands, Texts texts) {
    this.model = model;
    getStyleClass().add("inspector");
    tabs =
        new TabPane(
            tab(texts.get("inspector.settings"), new SettingsPart(model, hands, texts)),
            tab(texts.get("inspector.timeline"), new TimelinePart(model, texts)),
            tab(texts.get("inspector.exchange"), new ExchangePart(model, hands, texts)));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(texts.get("inspector.name"));
    Button close =
        Buttons.icon(
            Feather.X, texts.get("inspector.close"), () -> model.openProperty().set(false));
    StackPane.setAlignment(close, Pos.TOP_RIGHT);
    StackPane middle = new StackPane(tabs, close);
    setLeft(handle(texts));
    setCenter(middle);
    minWidthProperty().bind(model.widthProperty());
    maxWidthProperty().bind(model.widthProperty());
    prefWidthProperty().bind(model.widthProperty());
  }

  /** What the inspector's buttons reach for. */
  public interface Hands {
    void copy(String text);

    /** Opens the settings of the pane that is looked at. */
    void changeSettings();
  }

  /** Shows one of the parts, 0 the settings, 1 the timeline, 2 the exchange. */
  public void part(int place) {
    tabs.getSelectionModel().select(place);
  }

  private static Tab tab(String words, Node content) {
    return new Tab(words, content);
  }

  /** The left edge, which is dragged, or moved with the arrow keys, to make room. */
  private Region handle(Texts texts) {
    Region handle = new Region();
    handle.getStyleClass().add("inspector-handle");
    handle.setCursor(Cursor.H_RESIZE);
    handle.setFocusTraversable(true);
    handle.setAccessibleText(texts.get("inspector.width"));
    handle.setOnMouseDragged(
        event -> {
          double right = localToScene(getWidth(), 0).getX();
          model.resize(right - event.getSceneX());
        });
    handle.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    return handle;
  }

  private void onKey(KeyEvent event) {
    double by =
        event.getCode() == KeyCode.LEFT ? STEP : event.getCode() == KeyCode.RIGHT ? -STEP : 0;
    if (by != 0 && !event.isShortcutDown()) {
      model.resize(model.widthProperty().get() + by);
      event.consume();
    }
  }
}
