package dev.polylogue.ui.formula;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a surface for drawing must offer and a formula never asks for: pictures, clips, composites.
 * Hints are passed over; everything else fails, and with it the formula.
 */
abstract class UnusedGraphics extends Graphics2D {
  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("Not part of a formula");
  }

  @Override
  public boolean drawImage(Image image, AffineTransform place, ImageObserver observer) {
    throw unused();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp change, int at1, int at2) {
    throw unused();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform place) {
    throw unused();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform place) {
    throw unused();
  }

  @Override
  public void drawString(String text, int at1, int at2) {
    throw unused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int at1, int at2) {
    throw unused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float at1, float at2) {
    throw unused();
  }

  @Override
  public boolean hit(Rectangle area, Shape shape, boolean stroked) {
    throw unused();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw unused();
  }

  @Override
  public void setComposite(Composite composite) {}

  @Override
  public void setPaint(Paint paint) {}

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {}

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return null;
  }

  @Override
  public void setRenderingHints(Map<?, ?> hints) {}

  @Override
  public void addRenderingHints(Map<?, ?> hints) {}

  @Override
  public RenderingHints getRenderingHints() {
    return new RenderingHints(Map.of());
  }

  @Override
  public void translate(int at1, int at2) {
    throw unused();
  }

  @Override
  public void shear(double by1, double by2) {
    throw unused();
  }

  @Override
  public Paint getPaint() {
    throw unused();
  }

  @Override
  public Composite getComposite() {
    throw unused();
  }

  @Override
  public void setBackground(Color color) {}

  @Override
  public Color getBackground() {
    throw unused();
  }

  @Override
  public void clip(Shape shape) {
    throw unused();
  }

  @Override
  public Graphics create() {
    throw unused();
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color color) {
    throw unused();
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    throw unused();
  }

  @Override
  public Rectangle getClipBounds() {
    throw unused();
  }

  @Override
  public void clipRect(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void setClip(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public Shape getClip() {
    throw unused();
  }

  @Override
  public void setClip(Shape shape) {
    throw unused();
  }

  @Override
  public void copyArea(int at1, int at2, int at3, int at4, int at5, int at6) {
    throw unused();
  }

  @Override
  public void drawLine(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void fillRect(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void clearRect(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void drawRoundRect(int at1, int at2, int at3, int at4, int at5, int at6) {
    throw unused();
  }

  @Override
  public void fillRoundRect(int at1, int at2, int at3, int at4, int at5, int at6) {
    throw unused();
  }

  @Override
  public void drawOval(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void fillOval(int at1, int at2, int at3, int at4) {
    throw unused();
  }

  @Override
  public void drawPolyline(int[] points1, int[] points2, int at) {
    throw unused();
  }

  @Override
  public void drawPolygon(int[] points1, int[] points2, int at) {
    throw unused();
  }

  @Override
  public void fillPolygon(int[] points1, int[] points2, int at) {
    throw unused();
  }

  @Override
  public boolean drawImage(Image image, int at1, int at2, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image, int at1, int at2, int at3, int at4, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(Image image, int at1, int at2, Color color, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image, int at1, int at2, int at3, int at4, Color color, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int at1,
      int at2,
      int at3,
      int at4,
      int at5,
      int at6,
      int at7,
      int at8,
      ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int at1,
      int at2,
      int at3,
      int at4,
      int at5,
      int at6,
      int at7,
      int at8,
      Color color,
      ImageObserver observer) {
    throw unused();
  }

  @Override
  public void dispose() {}
}
