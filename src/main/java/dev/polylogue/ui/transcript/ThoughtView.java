package dev.polylogue.ui.transcript;

import dev.polylogue.run.Passage;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;

/**
 * A block of reasoning: a line with its duration, and the words below it while it is open. It is
 * open while the model thinks and closes when the answer begins, unless the reader decided. FX
 * thread.
 */
final class ThoughtView {
  private final Texts texts;
  private final LineDocument.Section head;
  private final PassageView words;
  private final ThoughtToggle toggle;
  private boolean decided;

  ThoughtView(Texts texts, LineDocument.Section head, PassageView words) {
    this.texts = texts;
    this.head = head;
    this.words = words;
    this.toggle = new ThoughtToggle(this::toggle);
    words.hide(true);
    head.set(
        List.of(
            Line.of(
                new LineStyle(Look.WIDGET, Edge.NONE, 8, List.of(Margin.bar(true)), false),
                toggle)));
  }

  /**
   * @param thinking whether the block may still grow
   */
  void show(Passage passage, boolean thinking) {
    toggle.say(label(passage.millis(), thinking));
    words.show(passage.text(), !thinking);
    if (!decided) {
      open(thinking);
    }
  }

  LineDocument.Section head() {
    return head;
  }

  /** The reader looks for something inside. */
  void reveal() {
    if (!toggle.isOpen()) {
      toggle();
    }
  }

  private void toggle() {
    decided = true;
    open(!toggle.isOpen());
  }

  private void open(boolean now) {
    toggle.open(now);
    words.hide(!now);
  }

  private String label(@org.jspecify.annotations.Nullable Long millis, boolean thinking) {
    if (thinking) {
      return millis == null
          ? texts.get("transcript.thinking")
          : texts.get("transcript.thinkingFor", Amounts.whole(texts, millis / 1000));
    }
    return millis == null
        ? texts.get("transcript.thought")
        : texts.get("transcript.thoughtFor", Amounts.seconds(texts, millis, 1));
  }
}
