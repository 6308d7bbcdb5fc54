package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.kit.LiveScroll;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The panes as tabs, each with what it is doing, for the layout that shows one. FX thread. */
final class PaneTabs extends LiveScroll {
  private static final double MOST_NAME = 168;

  /** What is to be known of a pane that is not looked at. */
  private enum State {
    QUIET,
    LIVE,
    FAILED,
    UNSEEN
  }

  private final ChatViewModel chat;
  private final Texts texts;
  private final HBox row = new HBox();
  private final List<Tab> tabs = new ArrayList<>();
  private final Set<UUID> wasBusy = new HashSet<>();
  private final Set<UUID> unseen = new HashSet<>();

  PaneTabs(ChatViewModel chat, Texts texts) {
    this.chat = chat;
    this.texts = texts;
    getStyleClass().add("pane-tabs");
    row.getStyleClass().add("pane-tab-row");
    setContent(row);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setAccessibleText(texts.get("pane.tabs"));
    chat.panes().addListener((ListChangeListener<PaneViewModel>) change -> arrange());
    chat.currentProperty().subscribe(pane -> turnTo(pane));
    new PaneDrag(row, new TabHandles(), chat);
    arrange();
  }

  private void arrange() {
    List<PaneViewModel> now = tabs.stream().map(tab -> tab.pane).toList();
    if (!now.equals(chat.panes())) {
      List<Tab> wanted = chat.panes().stream().map(this::tab).toList();
      tabs.clear();
      tabs.addAll(wanted);
      row.getChildren().setAll(wanted);
    }
    for (Tab tab : tabs) {
      note(tab.pane);
      tab.show(state(tab.pane));
    }
  }

  private Tab tab(PaneViewModel pane) {
    return tabs.stream()
        .filter(tab -> tab.pane == pane)
        .findFirst()
        .orElseGet(() -> new Tab(pane, pane.faceProperty()));
  }

  /** Keeps in mind that a pane has ended while another one was in front. */
  private void note(PaneViewModel pane) {
    if (pane.busyProperty().get()) {
      wasBusy.add(pane.id());
    } else if (wasBusy.remove(pane.id()) && !pane.currentProperty().get()) {
      unseen.add(pane.id());
    }
  }

  private State state(PaneViewModel pane) {
    if (pane.busyProperty().get()) {
      return State.LIVE;
    }
    boolean failed =
        !pane.turns().isEmpty() && pane.turns().getLast().reply().state() == ReplyState.FAILED;
    return failed ? State.FAILED : unseen.contains(pane.id()) ? State.UNSEEN : State.QUIET;
  }

  private void turnTo(@Nullable PaneViewModel pane) {
    if (pane != null) {
      unseen.remove(pane.id());
    }
    for (Tab tab : tabs) {
      tab.setSelected(tab.pane == pane);
      tab.show(state(tab.pane));
      if (tab.pane == pane) {
        reveal(tab);
      }
    }
  }

  private void reveal(Node tab) {
    double hidden = row.getWidth() - getViewportBounds().getWidth();
    if (hidden > 0) {
      Bounds at = tab.getBoundsInParent();
      double left = getHvalue() * hidden;
      double most = at.getMaxX() - getViewportBounds().getWidth();
      setHvalue(Math.clamp(left, Math.min(most, at.getMinX()), at.getMinX()) / hidden);
    }
  }

  private void step(int by) {
    int place = chat.panes().indexOf(chat.currentProperty().get()) + by;
    if (place >= 0 && place < tabs.size()) {
      chat.focus(chat.panes().get(place));
      tabs.get(place).requestFocus();
    }
  }

  private final class Tab extends ToggleButton {
    private final PaneViewModel pane;
    private final ObservableValue<PaneFace> face;
    private final Region dot = new Region();

    Tab(PaneViewModel pane, ObservableValue<PaneFace> face) {
      this.pane = pane;
      this.face = face;
      getStyleClass().add("pane-tab");
      setAccessibleRole(AccessibleRole.TAB_ITEM);
      setMinWidth(USE_PREF_SIZE);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      Label name = new Label();
      name.textProperty().bind(face.map(PaneFace::model));
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.setMaxWidth(MOST_NAME);
      dot.getStyleClass().add("state-dot");
      HBox graphic = new HBox(8, Marks.of(face.map(PaneFace::provider)), name, dot);
      graphic.setAlignment(Pos.CENTER_LEFT);
      setGraphic(graphic);
      Tooltip tooltip = new Tooltip();
      tooltip.textProperty().bind(face.map(PaneFace::whole));
      setTooltip(tooltip);
      setSelected(pane.currentProperty().get());
      setOnAction(
          event -> {
            setSelected(true);
            chat.focus(pane);
          });
      addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
      face.subscribe(now -> show(state(pane)));
    }

    private void onKey(KeyEvent event) {
      boolean left = event.getCode() == KeyCode.LEFT;
      if ((left || event.getCode() == KeyCode.RIGHT) && !event.isShortcutDown()) {
        step(left ? -1 : 1);
        event.consume();
      }
    }

    private void show(State state) {
      for (State other : State.values()) {
        dot.pseudoClassStateChanged(
            PseudoClass.getPseudoClass(other.name().toLowerCase(java.util.Locale.ROOT)),
            other == state);
      }
      String name = face.getValue().whole();
      setAccessibleText(
          switch (state) {
            case QUIET -> name;
            case LIVE -> texts.get("pane.tab.live", name);
            case FAILED -> texts.get("pane.tab.failed", name);
            case UNSEEN -> texts.get("pane.tab.unseen", name);
          });
    }
  }

  private final class TabHandles implements PaneDrag.Handles {
    @Override
    public @Nullable PaneViewModel pane(Node node) {
      for (Node step = node; step != null; step = step.getParent()) {
        if (step instanceof Tab tab) {
          return tab.pane;
        }
      }
      return null;
    }

    @Override
    public Node picture(PaneViewModel pane) {
      return tab(pane);
    }

    @Override
    public List<? extends Node> places() {
      return tabs;
    }
  }
}
