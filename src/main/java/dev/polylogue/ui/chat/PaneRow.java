package dev.polylogue.ui.chat;

import dev.polylogue.ui.kit.Gallery;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The panes side by side: equal widths, never under the least, else the row scrolls sideways. */
public final class PaneRow extends ScrollPane {
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final Gallery gallery;
  private final HBox row = new HBox();
  private final List<PaneView> views = new ArrayList<>();
  private boolean toReveal;

  /**
   * @param gallery has the pictures of prompts and answers
   */
  public PaneRow(ChatViewModel chat, ChatTools tools, Gallery gallery) {
    this.chat = chat;
    this.tools = tools;
    this.gallery = gallery;
    getStyleClass().add("pane-row");
    setAccessibleText(tools.texts().get("pane.row"));
    setFitToHeight(true);
    setFitToWidth(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setContent(row);
    chat.panes().addListener((ListChangeListener<PaneViewModel>) change -> arrange());
    chat.currentProperty()
        .subscribe(
            pane -> {
              toReveal = true;
              requestLayout();
            });
    new PaneDrag(row, chat);
    arrange();
  }

  private void arrange() {
    List<PaneView> wanted = new ArrayList<>();
    for (PaneViewModel pane : chat.panes()) {
      wanted.add(view(pane));
    }
    if (!wanted.equals(views)) {
      views.clear();
      views.addAll(wanted);
      row.getChildren().setAll(wanted);
      toReveal = true;
      requestLayout();
    }
  }

  private PaneView view(PaneViewModel pane) {
    for (PaneView view : views) {
      if (view.pane() == pane) {
        return view;
      }
    }
    PaneView made = new PaneView(pane, chat, tools, gallery);
    HBox.setHgrow(made, Priority.ALWAYS);
    return made;
  }

  /** Opens the model chooser of the current pane. */
  public void chooseModel() {
    PaneView view = current();
    if (view != null) {
      layout();
      view.header().openChooser();
    }
  }

  /** Opens the settings of the current pane. */
  public void openSettings() {
    PaneView view = current();
    if (view != null) {
      layout();
      view.header().openSettings();
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

  private @Nullable PaneView current() {
    return views.stream()
        .filter(view -> view.pane() == chat.currentProperty().get())
        .findFirst()
        .orElse(null);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (toReveal) {
      toReveal = false;
      row.layout();
      reveal();
    }
  }

  /** Scrolls as little as is needed to have the whole current pane in sight. */
  private void reveal() {
    PaneView view = current();
    double seen = getViewportBounds().getWidth();
    double hidden = row.getWidth() - seen;
    if (view == null || hidden <= 0) {
      return;
    }
    Bounds at = view.getBoundsInParent();
    double left = getHvalue() * hidden;
    if (at.getMinX() < left) {
      setHvalue(at.getMinX() / hidden);
    } else if (at.getMaxX() > left + seen) {
      setHvalue((at.getMaxX() - seen) / hidden);
    }
  }
}
