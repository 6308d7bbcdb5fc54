package dev.polylogue.ui.formula;

import dev.polylogue.ui.formula.Setting.Ink;
import dev.polylogue.ui.formula.Setting.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Keeps the outlines of what is drawn, instead of drawing it. One thread. */
final class InkRecorder extends UnusedGraphics {
  /** Bounds the shapes of one formula. */
  private static final int MOST_SHAPES = 8_000;

  private static final Color OWN = new Color(1, 2, 3);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final double units;
  private final List<Stroked> shapes = new ArrayList<>();
  private AffineTransform transform;
  private Color color = OWN;
  private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
  private Stroke stroke = new BasicStroke();

  /** Shapes and letters are kept apart: where they overlap they may run in opposite directions. */
  private record Stroked(Path2D path, Tint tint, boolean letter) {}

  /**
   * @param units of the coordinates kept, in one of those drawn
   */
  InkRecorder(double units) {
    this.units = units;
    this.transform = AffineTransform.getScaleInstance(units, units);
  }

  List<Ink> inks() {
    List<Ink> inks = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shapes.size(); i++) {
      Stroked shape = shapes.get(i);
      SvgPath.append(shape.path, path);
      boolean last = i == shapes.size() - 1;
      if (last
          || shapes.get(i + 1).tint != shape.tint
          || shapes.get(i + 1).letter != shape.letter) {
        inks.add(new Ink(path.toString(), shape.tint));
        path.setLength(0);
      }
    }
    return inks;
  }

  /** Whether all ink lies inside these bounds, in the units drawn. */
  boolean isWithin(double left, double top, double right, double bottom) {
    Rectangle2D place =
        new Rectangle2D.Double(
            left * units, top * units, (right - left) * units, (bottom - top) * units);
    return shapes.stream()
        .map(shape -> shape.path.getBounds2D())
        .allMatch(bounds -> bounds.isEmpty() || place.contains(bounds));
  }

  private void keep(Shape shape, boolean letter) {
    if (shapes.size() == MOST_SHAPES) {
      throw new IllegalStateException("Too many shapes");
    }
    shapes.add(new Stroked(new Path2D.Double(shape, transform), tint(color), letter));
  }

  private static Tint tint(Color color) {
    float[] parts = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    if (color.equals(OWN) || parts[1] < 0.25 || parts[2] < 0.2) {
      return Tint.OWN;
    }
    double degrees = parts[0] * 360;
    if (degrees < 20 || degrees > 310) {
      return Tint.RED;
    }
    return degrees < 70 ? Tint.YELLOW : degrees < 165 ? Tint.GREEN : Tint.BLUE;
  }

  @Override
  public void draw(Shape shape) {
    keep(stroke.createStrokedShape(shape), false);
  }

  @Override
  public void fill(Shape shape) {
    keep(shape, false);
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawChars(char[] data, int offset, int length, int x, int y) {
    drawString(new String(data, offset, length), (float) x, (float) y);
  }

  @Override
  public void drawString(String text, float x, float y) {
    drawGlyphVector(font.createGlyphVector(CONTEXT, text), x, y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    keep(glyphs.getOutline(x, y), true);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return CONTEXT;
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform changed) {
    transform = new AffineTransform(changed);
  }

  @Override
  public void transform(AffineTransform change) {
    transform.concatenate(change);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke changed) {
    stroke = changed;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color changed) {
    color = changed;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font changed) {
    font = changed;
  }
}
