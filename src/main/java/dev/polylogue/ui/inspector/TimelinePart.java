package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When things happened: one drawn track, and each stretch of it in words. FX thread. */
final class TimelinePart extends StackPane {
  private final Texts texts;
  private final TimelineCanvas canvas;
  private final VBox rows = new VBox(12);
  private final VBox content = new VBox(16);

  TimelinePart(InspectorViewModel model, Texts texts) {
    this.texts = texts;
    canvas = new TimelineCanvas(texts);
    getChildren().add(Rows.scrolled(content, texts.get("inspector.timeline")));
    model.subjectProperty().subscribe(this::show);
  }

  private void show(@Nullable Subject subject) {
    Snapshot reply = subject == null ? null : subject.reply();
    Timeline timeline = reply == null ? Timeline.NOTHING : Timeline.of(reply.timing());
    if (reply == null || timeline.end() == 0) {
      content.getChildren().setAll(Rows.quiet(texts.get("inspector.timeline.none")));
      return;
    }
    canvas.show(timeline);
    rows.getChildren().clear();
    timeline.stretches().forEach(stretch -> rows.getChildren().add(row(stretch)));
    for (Course.Stall stall : timeline.stalls()) {
      rows.getChildren()
          .add(row("stalled", texts.get("inspector.time.stalled"), stall.from(), stall.to()));
    }
    content.getChildren().setAll(canvas, rows, total(reply, timeline));
  }

  private HBox row(Timeline.Stretch stretch) {
    String kind = stretch.kind().name().toLowerCase(Locale.ROOT);
    return row(kind, texts.get("inspector.time." + kind), stretch.from(), stretch.to());
  }

  private HBox row(String kind, String name, long from, long to) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("ink", "swatch", kind);
    String took = texts.get("inspector.time.took", Amounts.seconds(texts, to - from, 2));
    String when =
        texts.get(
            "inspector.time.span", Amounts.seconds(texts, from, 2), Amounts.seconds(texts, to, 2));
    return new HBox(8, swatch, new VBox(new Label(name + "  " + took), Rows.quiet(when)));
  }

  private VBox total(Snapshot reply, Timeline timeline) {
    VBox total = new VBox(4);
    total
        .getChildren()
        .add(
            new Label(
                texts.get("inspector.time.total", Amounts.seconds(texts, timeline.end(), 2))));
    Timing timing = reply.timing();
    Long first = timing.toFirstToken();
    if (first != null) {
      total
          .getChildren()
          .add(Rows.quiet(texts.get("inspector.time.first", Amounts.seconds(texts, first, 2))));
    }
    Double rate = timing.tokensPerSecond(reply.outcome().usage());
    if (rate != null) {
      total
          .getChildren()
          .add(
              Rows.quiet(texts.get("inspector.time.rate", Amounts.whole(texts, Math.round(rate)))));
    }
    return total;
  }
}
