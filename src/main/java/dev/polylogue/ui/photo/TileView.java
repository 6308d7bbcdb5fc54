package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.media.MediaException;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.kit.Sentences;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A tile: its picture, or how far it is, and a line of words below. FX thread. */
final class TileView extends BorderPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass SKETCHED = PseudoClass.getPseudoClass("sketched");

  private final PhotoViewModel model;
  private final Stage stage;
  private final PictureView view;
  private final VBox state = new VBox(8);
  private final Label mapless = TileStand.words("");
  private final VBox unmapped;
  private final TileStand stand;
  private final TileLabel label;
  private final DragOut drag;
  private final boolean source;

  /** Cut when it turns to another tile. */
  private final Ties turn = new Ties();

  private TileViewModel tile;
  private @Nullable Blob shown;
  private @Nullable String unshown;
  private @Nullable Object sketched;

  /** What is in the view only until the picture itself is decoded. */
  private @Nullable Pyramid sketch;

  private @Nullable Change mapped;
  private @Nullable Pyramid map;

  /**
   * What the tiles of a page share.
   *
   * @param sight where all of them look
   */
  record Stage(
      PhotoTools tools,
      Shelf shelf,
      javafx.beans.property.ObjectProperty<Sight> sight,
      OutViewModel out,
      NewsViewModel news) {}

  TileView(TileViewModel first, PhotoViewModel model, Stage stage) {
    this.tile = first;
    this.source = first.state() == TileViewModel.State.SOURCE;
    this.model = model;
    this.stage = stage;
    this.view = new PictureView(stage.sight);
    this.stand = new TileStand(model, stage.tools.texts());
    this.label = new TileLabel(first, model, view.ties(), stage.tools.texts());
    getStyleClass().add("tile");
    setMinSize(0, 0);
    state.setAlignment(Pos.CENTER);
    state.getStyleClass().add("tile-state");
    state.setMinSize(0, 0);
    unmapped = TileStand.box(mapless);
    unmapped.getStyleClass().add("tile-unmapped");
    unmapped.setMouseTransparent(true);
    StackPane middle = new StackPane(view, unmapped, state);
    middle.setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(middle.widthProperty());
    clip.heightProperty().bind(middle.heightProperty());
    middle.setClip(clip);
    setCenter(middle);
    setBottom(label);
    drag = new DragOut(label, stage.out);
    view.setFocusTraversable(true);
    view.focusedProperty().subscribe(this::focused);
    if (source) {
      new MaskHand(view, model.mask(), stage.sight);
    } else {
      view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> explain());
    }
    new SightHand(view, stage.sight, () -> holds());
    turnTo(first);
    Ties ties = view.ties();
    ties.hold(model.currentProperty().subscribe(now -> mark()));
    ties.hold(model.modeProperty().subscribe(mode -> heat()));
  }

  /** Whether it can turn to that tile. What is drawn on the source belongs to its own view. */
  boolean suits(TileViewModel other) {
    return !source && other.state() != TileViewModel.State.SOURCE;
  }

  /** Shows this tile from now on, in place of another that it suits. */
  final void turnTo(TileViewModel next) {
    turn.cut();
    tile = next;
    shown = null;
    unshown = null;
    sketched = null;
    sketch = null;
    mapped = null;
    map = null;
    view.show(null);
    label.turnTo(next, turn);
    drag.turnTo(next, turn);
    turn.hold(next.faceProperty().subscribe(this::show));
    turn.hold(
        next.changeProperty()
            .subscribe(
                change -> {
                  heat();
                  describe();
                }));
    mark();
    if (view.isFocused()) {
      focused(true);
    }
  }

  private void mark() {
    pseudoClassStateChanged(CURRENT, model.currentProperty().get() == tile);
  }

  /** Says why a tool that is for the source does nothing here. */
  private void explain() {
    if (model.mask().toolProperty().get() != MaskViewModel.Tool.HAND) {
      stage.news.tell(stage.tools.text("photo.mask.onResult"));
    }
  }

  /** Tools are for the source; results are only looked at. */
  private boolean holds() {
    return !source || model.mask().toolProperty().get() == MaskViewModel.Tool.HAND;
  }

  /** Shows the heat map in place of a result, or no more. */
  private void heat() {
    boolean wanted = model.modeProperty().get() == PhotoViewModel.Mode.HEAT;
    Change change = wanted ? tile.changeProperty().get() : null;
    BufferedImage drawn = change == null ? null : change.map();
    unmapped.setVisible(change != null && drawn == null);
    if (change != null && drawn == null) {
      mapless.setText(
          stage.tools.text("photo.heat.none", TileLabel.about(change, stage.tools.texts())));
    }
    if (change == null || drawn == null) {
      view.flash(null);
      mapped = null;
      map = null;
    } else if (change.equals(mapped) && map != null) {
      view.flash(new PictureView.Shown(map, null));
    } else {
      mapped = change;
      stage.shelf.prepare(
          drawn,
          made -> {
            if (change.equals(mapped)) {
              map = made;
              heat();
            }
          });
    }
  }

  /** Shows another picture for as long as it is wanted; null for its own. */
  void flash(PictureView.@Nullable Shown other) {
    if (other == null) {
      heat();
    } else if (view.isShowing()) {
      unmapped.setVisible(false);
      view.flash(other);
    }
  }

  /** It is taken out of the window, and does not come back. */
  void leave() {
    turn.cut();
    view.ties().cut();
    view.show(null);
  }

  TileViewModel tile() {
    return tile;
  }

  PictureView view() {
    return view;
  }

  TileLabel label() {
    return label;
  }

  private void focused(boolean now) {
    if (now) {
      model.currentProperty().set(tile);
    }
  }

  private void show(TileViewModel.Face face) {
    Blob picture = face.picture();
    if (picture != null && !picture.equals(shown)) {
      shown = picture;
      unshown = null;
      load(new Shelf.Wanted(picture, tile.keeping()));
    }
    if (picture == null && face.sketch() != null && !Objects.equals(face.sketch(), sketched)) {
      sketched = face.sketch();
      TileViewModel of = tile;
      stage.shelf.sketch(face.sketch(), pyramid -> arrivedSketch(of, pyramid));
    }
    if (face.state().isOver()) {
      view.show(null);
      sketch = null;
    }
    pseudoClassStateChanged(SKETCHED, sketch != null || picture == null && face.sketch() != null);
    state.getChildren().setAll(stand.of(tile, seen(), unshown));
    state.setVisible(!state.getChildren().isEmpty());
    state.setMouseTransparent(picture != null && unshown == null);
    describe();
  }

  private void load(Shelf.Wanted wanted) {
    TileViewModel of = tile;
    stage.shelf.load(
        wanted,
        pyramid -> {
          if (of == tile) {
            arrived(wanted, pyramid);
          }
        },
        failure -> {
          if (of == tile) {
            missing(wanted, failure);
          }
        });
  }

  private void arrived(Shelf.Wanted wanted, Pyramid pyramid) {
    view.show(pyramid, (part, made) -> stage.shelf.detail(wanted, part, made));
    sketch = null;
    pseudoClassStateChanged(SKETCHED, false);
    label.size(pyramid.width(), pyramid.height());
    describe();
    Blob picture = tile.picture();
    if (source && picture != null) {
      model.arrived(picture, new Size(pyramid.width(), pyramid.height()));
    }
    state.setVisible(false);
  }

  private void arrivedSketch(TileViewModel of, Pyramid pyramid) {
    if (of == tile && shown == null) {
      view.show(pyramid);
      sketch = pyramid;
    }
  }

  /** Where the source can't be put back, the result is shown as it came, and that is said. */
  private void missing(Shelf.Wanted wanted, Exception failure) {
    if (failure instanceof PhotoLab.Unkept) {
      tile.refuse(String.valueOf(failure.getMessage()));
      load(new Shelf.Wanted(wanted.picture(), null));
      return;
    }
    if (source) {
      model.missing(wanted.picture());
    }
    unshown =
        !source && failure instanceof MediaException damaged
            ? stage.tools.text("photo.unusable", damaged.found())
            : Sentences.of(failure, stage.tools.texts());
    view.show(null);
    sketch = null;
    show(tile.faceProperty().get());
  }

  private TileStand.Seen seen() {
    if (!view.isShowing()) {
      return TileStand.Seen.NOTHING;
    }
    return sketch == null ? TileStand.Seen.PICTURE : TileStand.Seen.SKETCH;
  }

  /** Says in words what is seen: whose it is, what was asked for, how it stands, what changed. */
  private void describe() {
    TileViewModel.Face face = tile.faceProperty().get();
    List<String> said = new ArrayList<>(List.of(tile.title(), label.detail(), face.words()));
    if (!source) {
      said.add(1, tile.asked());
    }
    Change change = tile.changeProperty().get();
    if (change != null) {
      said.add(TileLabel.about(change, stage.tools.texts()));
    }
    said.removeIf(String::isBlank);
    view.setAccessibleText(String.join(". ", said));
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
