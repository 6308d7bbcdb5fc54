package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReplyViewTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final LineDocument document = new LineDocument();
  private final Texts texts = new Texts(Locale.ENGLISH);

  /** Parses when the test says so. */
  private final class Later implements Work {
    @Override
    public <T> void run(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      waiting.add(
          () -> {
            try {
              done.accept(work.call());
            } catch (Exception e) {
              failed.accept(e);
            }
          });
    }
  }

  private ReplyView view(TranscriptTurn turn) {
    Work later = new Later();
    Gallery gallery = new Gallery(blob -> Bytes.of(""), later, texts, trouble -> {});
    Canvas canvas = new Canvas(document, later, texts, new Formulas(), gallery);
    return new ReplyView(canvas, turn);
  }

  private void parse() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private FooterWidget foot() {
    return document.lines().stream()
        .flatMap(line -> line.runs().stream())
        .map(run -> run.segment() instanceof Segment.Placed placed ? placed.widget() : null)
        .filter(FooterWidget.class::isInstance)
        .map(FooterWidget.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private ReplyState told() {
    return foot().state();
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    document.lines().forEach(line -> words.append(line.text()));
    return words.toString();
  }

  @Test
  void theEndIsToldWithTheLastWords() {
    ReplyView view = view(Samples.turn(1, "Tides?", Samples.streaming(Samples.text("The sea"))));
    parse();
    assertThat(told()).isEqualTo(ReplyState.STREAMING);
    view.show(Samples.complete("The sea rises."));
    assertThat(words()).contains("The sea").doesNotContain("rises");
    assertThat(told()).isEqualTo(ReplyState.STREAMING);
    assertThat(foot().model().phase.get()).isEqualTo("streaming…");
    parse();
    assertThat(words()).contains("The sea rises.");
    assertThat(told()).isEqualTo(ReplyState.COMPLETE);
  }

  @Test
  void aReplyOfTheHistoryHasItsFootAtOnce() {
    view(Samples.turn(1, "Tides?", Samples.complete("The sea rises.")));
    assertThat(told()).isEqualTo(ReplyState.COMPLETE);
  }
}
