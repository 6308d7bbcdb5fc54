package dev.polylogue.ui.chat;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A small bar: how much of its model's window the thread of a pane takes. Where the window is not
 * known no bar is drawn, but its place, if there is room for it, still tells the tokens. FX thread.
 */
public final class ContextMeter extends StackPane {
  private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
  private static final double WIDTH = 32;
  private static final double HEIGHT = 4;
  private static final double GAP = 8;

  private final ContextMeterViewModel model;
  private final Region fill = new Region();

  public ContextMeter(PaneViewModel pane, ChatTools tools) {
    model = new ContextMeterViewModel(pane, tools.models()::card, tools.texts());
    Region track = new Region();
    track.getStyleClass().add("context-track");
    fill.getStyleClass().add("context-fill");
    fill.setManaged(false);
    track.setManaged(false);
    getStyleClass().add("context-meter");
    getChildren().addAll(track, fill);
    setMinSize(WIDTH + GAP, USE_PREF_SIZE);
    setPrefSize(WIDTH + GAP, WIDTH / 2);
    setMaxSize(WIDTH + GAP, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    accessibleTextProperty().bind(model.wordsProperty());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(model.wordsProperty());
    Tooltip.install(this, tooltip);
    visibleProperty().bind(model.anyProperty());
    managedProperty().bind(visibleProperty());
    model.levelProperty().subscribe(this::colour);
    model.shareProperty().subscribe(share -> requestLayout());
  }

  private void colour(ContextMeterViewModel.Level level) {
    boolean unknown = level == ContextMeterViewModel.Level.UNKNOWN;
    setMinWidth(unknown ? 0 : WIDTH + GAP);
    pseudoClassStateChanged(UNKNOWN, unknown);
    pseudoClassStateChanged(NEAR, level == ContextMeterViewModel.Level.NEAR);
    pseudoClassStateChanged(FULL, level == ContextMeterViewModel.Level.FULL);
  }

  @Override
  protected void layoutChildren() {
    double y = snapPositionY((getHeight() - HEIGHT) / 2);
    double share = model.shareProperty().get();
    double wide = share <= 0 ? 0 : Math.max(2, WIDTH * share);
    getChildren().getFirst().resizeRelocate(0, y, WIDTH, HEIGHT);
    fill.resizeRelocate(0, y, wide, HEIGHT);
  }
}
