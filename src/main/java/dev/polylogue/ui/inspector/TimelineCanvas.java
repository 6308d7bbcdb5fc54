package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Course;
import dev.polylogue.ui.inspector.Timeline.Kind;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/** Draws a reply's time as one track over a scale of seconds; pauses are hatched. FX thread. */
final class TimelineCanvas extends Region {
  private static final double TRACK = 20;
  private static final double TALL = 44;
  private static final double LEAST_TICK = 56;
  private static final double HATCH = 6;

  private final Canvas canvas = new Canvas();
  private final Map<Kind, Region> inks = new EnumMap<>(Kind.class);
  private final Region words = ink("words");
  private final Region stalled = ink("stalled");
  private final Texts texts;
  private Timeline timeline = Timeline.NOTHING;

  TimelineCanvas(Texts texts) {
    this.texts = texts;
    getStyleClass().add("timeline-canvas");
    setMinHeight(TALL);
    setPrefHeight(TALL);
    getChildren().add(canvas);
    for (Kind kind : Kind.values()) {
      inks.put(kind, ink(kind.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** A node that is never seen: the style sheet gives it the colour to draw in. */
  private Region ink(String style) {
    Region ink = new Region();
    ink.getStyleClass().addAll("ink", style);
    ink.setManaged(false);
    ink.setVisible(false);
    ink.backgroundProperty().addListener(changed -> requestLayout());
    getChildren().add(ink);
    return ink;
  }

  void show(Timeline changed) {
    timeline = changed;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(TALL);
    draw(canvas.getGraphicsContext2D());
  }

  private void draw(GraphicsContext pen) {
    pen.clearRect(0, 0, canvas.getWidth(), TALL);
    if (timeline.end() == 0) {
      return;
    }
    double pixel = canvas.getWidth() / timeline.end();
    for (Timeline.Stretch stretch : timeline.stretches()) {
      Region ink = inks.getOrDefault(stretch.kind(), words);
      double from = Math.rint(stretch.from() * pixel);
      pen.setFill(colour(ink));
      pen.fillRect(from, 0, Math.max(2, Math.rint(stretch.to() * pixel) - from), TRACK);
    }
    timeline.stalls().forEach(stall -> hatch(pen, stall, pixel));
    scale(pen, pixel);
  }

  private void hatch(GraphicsContext pen, Course.Stall stall, double pixel) {
    double from = Math.rint(stall.from() * pixel);
    double wide = Math.max(2, Math.rint(stall.to() * pixel) - from);
    pen.save();
    pen.beginPath();
    pen.rect(from, 0, wide, TRACK);
    pen.clip();
    pen.setFill(colour(stalled));
    pen.fillRect(from, 0, wide, TRACK);
    pen.setStroke(colour(inks.getOrDefault(Kind.ANSWERING, words)));
    for (double x = from - TRACK; x < from + wide; x += HATCH) {
      pen.strokeLine(x, TRACK, x + TRACK, 0);
    }
    pen.restore();
  }

  private void scale(GraphicsContext pen, double pixel) {
    long step = step(LEAST_TICK / pixel);
    pen.setFill(colour(words));
    pen.setStroke(colour(words));
    pen.setFont(javafx.scene.text.Font.font(11));
    for (long at = 0; at <= timeline.end(); at += step) {
      double x = Math.rint(at * pixel) + 0.5;
      pen.strokeLine(
          Math.min(x, canvas.getWidth() - 1),
          TRACK + 2,
          Math.min(x, canvas.getWidth() - 1),
          TRACK + 6);
      boolean first = at == 0;
      boolean last = x > canvas.getWidth() - LEAST_TICK / 2;
      pen.setTextAlign(
          first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
      pen.fillText(Amounts.seconds(texts, at, step < 1_000 ? 2 : 0), x, TALL - 6);
    }
  }

  /** The least round length of at least so many milliseconds: 1, 2 or 5 and noughts. */
  static long step(double least) {
    long power = 1;
    while (true) {
      for (long round : new long[] {power, 2 * power, 5 * power}) {
        if (round >= least) {
          return round;
        }
      }
      power *= 10;
    }
  }

  private static Paint colour(Region ink) {
    Background ground = ink.getBackground();
    return ground == null || ground.getFills().isEmpty()
        ? Color.GRAY
        : ground.getFills().getFirst().getFill();
  }
}
