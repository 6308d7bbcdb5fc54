package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Two pictures on the same place, one left of a line that can be moved. FX thread. */
final class WipeView extends BorderPane {
  private static final double GRIP = 12;
  private static final double STEP = 0.02;

  private final PhotoViewModel model;
  private final TileView.Stage stage;
  private final PictureView view;
  private final ComboBox<TileViewModel> left;
  private final ComboBox<TileViewModel> right;
  private final PairHeat heat;
  private PictureView.@Nullable Shown other;
  private double at = 0.5;
  private boolean dragging;
  private boolean flashed;
  private TileNames names;

  WipeView(PhotoViewModel model, TileView.Stage stage) {
    this.model = model;
    this.stage = stage;
    Texts texts = stage.tools().texts();
    names = new TileNames(List.of(), texts);
    view = new PictureView(stage.sight());
    left = choice(texts.get("photo.wipe.left"));
    right = choice(texts.get("photo.wipe.right"));
    getStyleClass().add("wipe");
    setMinSize(0, 0);
    view.overlay(this::draw);
    view.setFocusTraversable(true);
    view.setAccessibleRole(AccessibleRole.SLIDER);
    view.setAccessibleText(texts.get("photo.wipe.name"));
    ObjectProperty<Sight> sight = stage.sight();
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    new SightHand(view, sight, () -> !dragging);
    view.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> view.setCursor(isGrip(event.getX()) ? Cursor.H_RESIZE : Cursor.OPEN_HAND));
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    setCenter(view);
    heat = new PairHeat(stage, () -> flash(null));
    HBox bar = new HBox(8, left, TileView.gap(), hint(texts), heat.button(), TileView.gap(), right);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("tile-label");
    setBottom(bar);
    model.tiles().addListener((ListChangeListener<TileViewModel>) change -> offer());
    model.pair().addListener((ListChangeListener<TileViewModel>) change -> offer());
    model.modeProperty().subscribe(mode -> offer());
    left.valueProperty().subscribe(tile -> load(tile, true));
    right.valueProperty().subscribe(tile -> load(tile, false));
  }

  private Label hint(Texts texts) {
    Label hint = new Label();
    String usual = texts.get("photo.wipe.hint");
    hint.textProperty().bind(heat.wordsProperty().map(words -> words.isEmpty() ? usual : words));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(hint.textProperty());
    hint.setTooltip(whole);
    hint.getStyleClass().add("muted-small");
    hint.setMinWidth(0);
    // Half a hint is none.
    hint.widthProperty().subscribe(width -> hint.setVisible(isWhole(hint)));
    return hint;
  }

  private static boolean isWhole(Label label) {
    return label.getWidth() >= Math.floor(label.prefWidth(-1));
  }

  private ComboBox<TileViewModel> choice(String name) {
    ComboBox<TileViewModel> choice = new ComboBox<>();
    choice.setAccessibleText(name);
    choice.getStyleClass().add("wipe-choice");
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable TileViewModel tile) {
            return tile == null ? "" : names.name(tile);
          }

          @Override
          public @Nullable TileViewModel fromString(String text) {
            return null;
          }
        });
    return choice;
  }

  PictureView view() {
    return view;
  }

  /** Those that have a picture; what was chosen stays while it is there. */
  private void offer() {
    if (model.modeProperty().get() != PhotoViewModel.Mode.WIPE) {
      letGo();
      return;
    }
    if (model.pair().size() == 2) {
      offerPair();
      return;
    }
    List<TileViewModel> offered =
        model.tiles().stream().filter(tile -> tile.picture() != null).toList();
    TileViewModel wantedLeft = left.getValue();
    TileViewModel wantedRight = right.getValue();
    offer(offered);
    if (offered.isEmpty()) {
      return;
    }
    TileViewModel current = model.currentProperty().get();
    boolean fresh = current != null && current != offered.getFirst() && offered.contains(current);
    TileViewModel second = fresh ? current : offered.get(Math.min(1, offered.size() - 1));
    show(
        offered.contains(wantedLeft) ? wantedLeft : offered.getFirst(),
        offered.contains(wantedRight) && !fresh ? wantedRight : second);
  }

  /** While nobody looks, no pictures are kept for it. */
  private void letGo() {
    heat.button().setSelected(false);
    view.show(null);
    other = null;
    boolean there = model.tiles().containsAll(left.getItems());
    if (!there) {
      left.getItems().clear();
      right.getItems().clear();
      left.setValue(null);
      right.setValue(null);
    }
  }

  /** The two that were chosen, and those on view. */
  private void offerPair() {
    List<TileViewModel> offered = new ArrayList<>(model.pair());
    TileViewModel first = offered.getFirst();
    TileViewModel second = offered.get(1);
    model.tiles().stream()
        .filter(tile -> tile.picture() != null)
        .filter(tile -> offered.stream().noneMatch(o -> Objects.equals(o.ref(), tile.ref())))
        .toList()
        .forEach(offered::add);
    offer(offered);
    show(first, second);
  }

  private void offer(List<TileViewModel> offered) {
    names = new TileNames(offered, stage.tools().texts());
    left.getItems().setAll(offered);
    right.getItems().setAll(offered);
  }

  /** Shows another picture in place of both, as long as it is wanted; null for none. */
  void flash(PictureView.@Nullable Shown instead) {
    PictureView.Shown now = instead == null ? heat.shown() : instead;
    flashed = now != null;
    view.flash(now);
  }

  /** Whether the two are to be seen by what differs. */
  ReadOnlyBooleanProperty heatProperty() {
    return heat.wantedProperty();
  }

  private void show(TileViewModel first, TileViewModel second) {
    left.setValue(first);
    right.setValue(second);
    if (!view.isShowing()) {
      load(first, true);
      load(second, false);
    }
  }

  private void load(@Nullable TileViewModel tile, boolean isLeft) {
    heat.between(wanted(left.getValue()), wanted(right.getValue()));
    Shelf.Wanted wanted = wanted(tile);
    if (wanted != null) {
      stage.shelf().load(wanted, made -> arrived(wanted, made, isLeft), stage.tools().trouble());
    }
  }

  private static Shelf.@Nullable Wanted wanted(@Nullable TileViewModel tile) {
    if (tile == null || tile.picture() == null) {
      return null;
    }
    boolean kept = tile.keeping() != null && tile.unkeptProperty().get().isEmpty();
    return new Shelf.Wanted(tile.picture(), kept ? tile.keeping() : null);
  }

  private void arrived(Shelf.Wanted wanted, Pyramid made, boolean isLeft) {
    if (isLeft) {
      view.show(made, (part, detail) -> stage.shelf().detail(wanted, part, detail));
    } else {
      other = new PictureView.Shown(made, null);
      view.redraw();
    }
  }

  private void draw(GraphicsContext pen, Frame frame, Sight sight, Part part) {
    if (flashed) {
      return;
    }
    PictureView.Shown shown = other;
    double line = line(frame, sight);
    if (shown != null) {
      pen.save();
      pen.beginPath();
      pen.rect(line, 0, frame.viewWidth() - line, frame.viewHeight());
      pen.clip();
      pen.clearRect(line, 0, frame.viewWidth() - line, frame.viewHeight());
      Frame own =
          new Frame(
              shown.pyramid().width(),
              shown.pyramid().height(),
              frame.viewWidth(),
              frame.viewHeight());
      view.paint(pen, shown, own, part);
      pen.restore();
    }
    pen.setFill(Color.color(0, 0, 0, 0.35));
    pen.fillRect(line - 2, 0, 4, frame.viewHeight());
    pen.setFill(Color.WHITE);
    pen.fillRect(line - 1, 0, 2, frame.viewHeight());
    double middle = Math.round(frame.viewHeight() / 2);
    pen.setFill(Color.color(0, 0, 0, 0.35));
    pen.fillOval(line - 17, middle - 17, 34, 34);
    pen.setFill(Color.WHITE);
    pen.fillOval(line - 16, middle - 16, 32, 32);
    pen.setFill(Color.gray(0.25));
    arrow(pen, line - 10, middle, 5);
    arrow(pen, line + 10, middle, -5);
  }

  private static void arrow(GraphicsContext pen, double x, double y, double wide) {
    pen.fillPolygon(new double[] {x, x + wide, x + wide}, new double[] {y, y - 5, y + 5}, 3);
  }

  /** The line divides what is seen of the picture, not the empty room around it. */
  private double line(Frame frame, Sight sight) {
    double from = Math.max(0, sight.left(frame));
    double to = Math.min(frame.viewWidth(), sight.left(frame) + frame.width() * sight.scale(frame));
    return Math.round(from + at * (to - from));
  }

  private boolean isGrip(double x) {
    Frame frame = view.frame();
    return frame != null && Math.abs(x - line(frame, stage.sight().get())) <= GRIP;
  }

  private void pressed(MouseEvent event) {
    dragging = event.getButton() == MouseButton.PRIMARY && isGrip(event.getX());
  }

  private void dragged(MouseEvent event) {
    Frame frame = view.frame();
    if (dragging && frame != null) {
      Sight sight = stage.sight().get();
      double from = Math.max(0, sight.left(frame));
      double to =
          Math.min(frame.viewWidth(), sight.left(frame) + frame.width() * sight.scale(frame));
      move((event.getX() - from) / Math.max(1, to - from));
    }
  }

  private void onKey(KeyEvent event) {
    double by = event.isShiftDown() ? 5 * STEP : STEP;
    switch (event.getCode()) {
      case LEFT -> move(at - by);
      case RIGHT -> move(at + by);
      case HOME -> move(0);
      case END -> move(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** The share that the left picture has, from 0 to 1. */
  double at() {
    return at;
  }

  private void move(double share) {
    at = Math.clamp(share, 0, 1);
    view.redraw();
  }
}
