package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.photo.Area;
import dev.polylogue.photo.Brush;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Mask;
import dev.polylogue.photo.Size;
import dev.polylogue.photo.Stroke;
import dev.polylogue.photo.Tiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Where the source may change. FX thread. */
public final class MaskViewModel {
  /** What is in the hand. */
  public enum Tool {
    HAND,
    BRUSH,
    ERASER,
    RECTANGLE
  }

  /** A mask as it stood when it was asked for; costs nothing to take. Any thread. */
  public record Drawn(Tiles tiles, int feather) {
    /**
     * Transparent where it may change, its edge as hard as drawn. Takes its time: not the FX
     * thread.
     */
    Bytes png() throws java.io.IOException {
      return tiles.levels().png();
    }
  }

  public static final int MOST_FEATHER = 200;
  private static final double BRUSH_SHARE = 0.03;
  private static final double STEP = 1.25;
  private static final int MOST_KEPT = 8;

  private final Map<MaskPlace, Mask> masks = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Consumer<Area>> painters = new ArrayList<>();
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.HAND);
  private final DoubleProperty radius = new SimpleDoubleProperty(24);
  private final IntegerProperty feather = new SimpleIntegerProperty(8);
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyIntegerWrapper depth = new ReadOnlyIntegerWrapper();
  private @Nullable Mask mask;
  private @Nullable Stroke stroke;
  private @Nullable MaskPlace of;

  // Properties

  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /** Of the brush and the eraser, in pixels of the source. */
  public DoubleProperty radiusProperty() {
    return radius;
  }

  /** By how much the edge is softened, in pixels of the source. */
  public IntegerProperty featherProperty() {
    return feather;
  }

  /** Whether it is drawn over the source. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** How much of the source may change, from 0 to 1; 0 also when there is no mask. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** Whether nothing is covered, which counts as no mask. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** How many changes were made so far, on whatever source, without those that were undone. */
  ReadOnlyIntegerProperty depthProperty() {
    return depth.getReadOnlyProperty();
  }

  /** What is drawn on the screen, or null before the source is there. */
  @Nullable Mask mask() {
    return mask;
  }

  /** Whatever is another when the mask is. */
  List<ReadOnlyProperty<? extends Number>> changes() {
    return List.of(depth, share, feather);
  }

  /** Tells masks of different times, sources and softness apart. */
  record Look(@Nullable MaskPlace of, int depth, double share, int feather) {}

  Look look() {
    return new Look(of, depth.get(), share.get(), feather.get());
  }

  /** Whether a source is the one that can be drawn on. */
  boolean isOn(MaskPlace place) {
    return place.equals(of);
  }

  /** Whether something was drawn on a source that is not there yet. */
  boolean remembers(MaskPlace place) {
    Mask kept = masks.get(place);
    return kept != null && !kept.isEmpty();
  }

  /** Whether nothing was drawn on the source, nor brought back to it. */
  boolean isUntouched() {
    return mask != null && mask.isEmpty() && !mask.canUndo();
  }

  /** Of the source, or null before it is there. */
  public @Nullable Size sizeOrNull() {
    return mask == null ? null : mask.size();
  }

  /** What goes along with an instruction, or null when nothing is covered. */
  public @Nullable Drawn drawn() {
    Mask now = mask;
    return now == null || now.isEmpty() ? null : new Drawn(now.freeze(), feather.get());
  }

  /** Tells which part of the mask has to be drawn anew, in pixels of the source. */
  void onPainted(Consumer<Area> painter) {
    painters.add(painter);
  }

  void offPainted(Consumer<Area> painter) {
    painters.remove(painter);
  }

  // Commands

  /** Until the source is there, nothing can be drawn on it. */
  void expect(MaskPlace place) {
    if (!isOn(place)) {
      end();
      mask = null;
      of = null;
      changed(Area.NONE);
    }
  }

  /** Turns to another source; each keeps the mask that was drawn on it. */
  void turnTo(MaskPlace place, Size size) {
    if (isOn(place)) {
      return;
    }
    end();
    of = place;
    mask = masks.computeIfAbsent(place, key -> new Mask(size));
    if (masks.size() > MOST_KEPT) {
      var eldest = masks.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    radius.set(Math.clamp(size.longer() * BRUSH_SHARE, 2, Brush.MOST_RADIUS));
    changed(whole());
  }

  /**
   * The mask that a source had, unless something was drawn on it since.
   *
   * @return whether it has it again
   */
  boolean restore(MaskPlace place, Levels levels) {
    boolean untouched = isOn(place) && isUntouched();
    if (untouched) {
      replace(levels);
    }
    return untouched;
  }

  /** Takes a mask that lies somewhere, scaled already; what was drawn here can't be undone then. */
  public void replace(Levels levels) {
    MaskPlace place = of;
    if (place != null) {
      end();
      Mask made = Mask.of(levels);
      masks.put(place, made);
      mask = made;
      changed(whole());
    }
  }

  /** Begins or goes on with a stroke, at a place of the source. */
  public void paint(double x, double y) {
    Mask now = mask;
    if (now != null) {
      Stroke drawn = stroke;
      if (drawn == null) {
        drawn = now.stroke(new Brush(radius.get(), 1, tool.get() == Tool.ERASER));
        stroke = drawn;
      }
      painted(drawn.to(x, y));
    }
  }

  /** Ends the stroke: it is undone as a whole. */
  public void end() {
    Stroke drawn = stroke;
    if (drawn != null) {
      stroke = null;
      drawn.end();
      changed(Area.NONE, 1);
    }
  }

  /**
   * Fills a rectangle, in pixels of the source.
   *
   * @param erases takes away instead of adding
   */
  public void rectangle(Area area, boolean erases) {
    if (mask != null) {
      changed(mask.rectangle(area, erases), 1);
    }
  }

  public void invert() {
    if (mask != null) {
      changed(mask.invert(), 1);
    }
  }

  public void clear() {
    if (mask != null) {
      changed(mask.clear(), 1);
    }
  }

  public void undo() {
    if (mask != null && mask.canUndo()) {
      end();
      changed(mask.undo(), -1);
    }
  }

  public void redo() {
    if (mask != null && mask.canRedo()) {
      end();
      changed(mask.redo(), 1);
    }
  }

  /** A wider or narrower brush. */
  public void resize(boolean wider) {
    double wanted = wider ? radius.get() * STEP : radius.get() / STEP;
    radius.set(Math.clamp(wanted, 1, Brush.MOST_RADIUS));
  }

  private Area whole() {
    return mask == null ? Area.NONE : new Area(0, 0, mask.size().width(), mask.size().height());
  }

  private void changed(Area area, int deeper) {
    changed(area);
    depth.set(depth.get() + deeper);
  }

  private void changed(Area area) {
    Mask now = mask;
    share.set(now == null ? 0 : now.share());
    empty.set(now == null || now.isEmpty());
    undoable.set(now != null && now.canUndo());
    redoable.set(now != null && now.canRedo());
    painted(area);
  }

  private void painted(Area area) {
    if (!area.isEmpty()) {
      List.copyOf(painters).forEach(painter -> painter.accept(area));
    }
  }
}
