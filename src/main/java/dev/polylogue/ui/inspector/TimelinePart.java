package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When things happened: a bar for each stretch of the reply, one below the other. FX thread. */
final class TimelinePart extends StackPane {
  /** A shorter end, in milliseconds, says nothing. */
  private static final int NOTABLE = 50;

  private final Texts texts;
  private final VBox content = new VBox();

  TimelinePart(InspectorViewModel model, Texts texts) {
    this.texts = texts;
    getChildren().add(Rows.scrolled(content, texts.get("inspector.timeline")));
    model.subjectProperty().subscribe(this::show);
  }

  private void show(@Nullable Subject subject) {
    content.getChildren().clear();
    Snapshot reply = subject == null ? null : subject.reply();
    Timing timing = reply == null ? Timing.NONE : reply.timing();
    long end = or(timing.total(), or(timing.lastToken(), 0));
    if (reply == null || end == 0) {
      content.getChildren().add(Rows.quiet(texts.get("inspector.timeline.none")));
      return;
    }
    Long thought = timing.firstThought();
    Long token = timing.firstToken();
    long last = or(timing.lastToken(), end);
    long answering = token == null ? last : token;
    long first = thought == null ? answering : thought;
    stretch("inspector.time.waiting", "waiting", 0, first, end);
    if (thought != null) {
      stretch("inspector.time.thinking", "thinking", thought, answering, end);
    }
    if (token != null) {
      stretch("inspector.time.answering", "answering", token, last, end);
    }
    if (timing.total() != null && timing.total() - last >= NOTABLE) {
      stretch("inspector.time.closing", "waiting", last, timing.total(), end);
    }
    Double rate = timing.tokensPerSecond(reply.outcome().usage());
    String total = texts.get("inspector.time.total", Amounts.seconds(texts, end, 2));
    content.getChildren().add(new Label(total));
    if (rate != null) {
      content
          .getChildren()
          .add(
              Rows.quiet(texts.get("inspector.time.rate", Amounts.whole(texts, Math.round(rate)))));
    }
  }

  private void stretch(String key, String style, long from, long to, long end) {
    String took = texts.get("inspector.time.took", Amounts.seconds(texts, to - from, 2));
    String when =
        texts.get(
            "inspector.time.span", Amounts.seconds(texts, from, 2), Amounts.seconds(texts, to, 2));
    Label name = new Label(texts.get(key) + "  " + took);
    VBox stretch =
        new VBox(
            4, name, new SpanBar(style, from / (double) end, to / (double) end), Rows.quiet(when));
    content.getChildren().add(stretch);
  }

  private static long or(@Nullable Long value, long other) {
    return value == null ? other : value;
  }
}
