package dev.polylogue.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane whose contents change many times a second. Others keep a picture of all that they
 * show, which would have to be drawn anew and then copied at each change. FX thread.
 */
public class LiveScroll extends ScrollPane {
  public LiveScroll() {}

  public LiveScroll(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    ScrollPaneSkin skin = new ScrollPaneSkin(this);
    getChildren().forEach(part -> part.setCache(false));
    return skin;
  }
}
