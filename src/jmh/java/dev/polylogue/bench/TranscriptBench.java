package dev.polylogue.bench;

import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.provider.Blobs;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptActions;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TranscriptView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;

/**
 * What a frame costs the FX thread while four panes stream Markdown, early in the replies and late
 * in them. Needs a JVM with {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class TranscriptBench {
  private static final int PANES = 4;
  private static final int LENGTH = 200_000;
  private static final int PIECE = 100;
  private static final int WINDOW = 10_000;
  private static final int WARM_UP = 100_000;

  /** Until the panes are full and lines have begun to leave them. */
  private static final int FILLED = 20_000;

  private static final double RATIO = 1.5;
  private static final double LONGEST = 50;

  private static final String PARAGRAPH =
      """
      ## Part %d: the sea and the moon

      Twice a day the sea *rises* and **falls**, as if it were breathing, with `code` and a
      [link](https://example.org/%d). Gravity gets weaker with distance, so the near side feels more.

      - Near side: pulled the **most**
      - Far side: left behind a little
        1. nested, and long enough that it wraps at the width of the pane

      > The moon pulls; the water follows.

      ```python
      def tide(hour):
          return cos(2 * pi * hour / 12.42)
      ```

      | Place | Range |
      |---|---:|
      | Bay of Fundy | 16 m |
      | Baltic Sea | 0.1 m |

      """;

  private final char[] text = markdown();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<TranscriptView> views = new ArrayList<>();
  private final List<Double> early = new ArrayList<>();
  private final List<Double> late = new ArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private UUID turn = new UUID(0, 1);
  private boolean warm;
  private int length;
  private long before;
  private Runnable rest = () -> {};

  private TranscriptBench() {}

  /** Prints the rows, one a line. */
  public static void main(String[] args) throws InterruptedException {
    rows().forEach(System.out::println);
    Platform.exit();
  }

  /** Runs the benchmark; starts the toolkit if it does not run yet. Not from the FX thread. */
  public static List<Row> rows() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyRunning) {
      started.countDown();
    }
    started.await();
    TranscriptBench bench = new TranscriptBench();
    try (Background background = new Background()) {
      Platform.runLater(() -> bench.open(background));
      bench.finished.await();
    }
    double first = median(bench.early);
    double last = median(bench.late);
    return List.of(
        Row.atMost("transcript.frame.first10k", first, "ms", LONGEST),
        Row.atMost("transcript.frame.last10k", last, "ms", LONGEST),
        Row.atMost("transcript.frame.growth", last / first, "ratio", RATIO));
  }

  private void open(Background background) {
    Application.setUserAgentStylesheet(
        new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
    HBox panes = new HBox();
    Texts texts = new Texts(Locale.ENGLISH);
    for (int i = 0; i < PANES; i++) {
      TranscriptView view =
          new TranscriptView(
              background,
              texts,
              new Nobody(),
              new Gallery(Blobs.NONE, background, texts, trouble -> {}));
      HBox.setHgrow(view, Priority.ALWAYS);
      view.setPrefWidth(360);
      views.add(view);
      panes.getChildren().add(view);
    }
    begin();
    Stage stage = new Stage();
    stage.setScene(new Scene(panes, 1440, 900));
    stage.show();
    Runnable stop = new FramePulse().listen(this::frame);
    rest =
        () -> {
          stop.run();
          stage.close();
          finished.countDown();
        };
  }

  private void begin() {
    length = 0;
    TranscriptTurn first = new TranscriptTurn(turn, "Explain tides.", "scribe", snapshot(0), 1, 1);
    views.forEach(view -> view.show(List.of(first)));
  }

  /** One frame: what the last one cost, then the next piece of text. */
  private void frame() {
    long now = threads.getCurrentThreadCpuTime();
    if (warm) {
      double millis = (now - before) / 1e6;
      if (length > FILLED && length <= FILLED + WINDOW) {
        early.add(millis);
      } else if (length > LENGTH - WINDOW) {
        late.add(millis);
      }
    } else if (length >= WARM_UP) {
      warm = true;
      turn = new UUID(0, 2);
      begin();
    }
    before = now;
    if (length >= LENGTH) {
      rest.run();
      return;
    }
    length += PIECE;
    Snapshot snapshot = snapshot(length);
    views.forEach(view -> view.update(turn, snapshot));
  }

  private Snapshot snapshot(int shown) {
    CharSequence words = CharBuffer.wrap(text, 0, shown);
    return new Snapshot(
        turn,
        ReplyState.STREAMING,
        new Snapshot.Content(
            List.of(new Passage(Passage.Kind.TEXT, words, null)), List.of(), List.of(), List.of()),
        Outcome.NONE,
        new Timing(null, 400L, 400L + shown, null),
        Snapshot.Trouble.NONE);
  }

  private static char[] markdown() {
    StringBuilder text = new StringBuilder();
    for (int part = 1; text.length() < LENGTH; part++) {
      text.append(PARAGRAPH.formatted(part, part));
    }
    return text.toString().toCharArray();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** A reader who asks for nothing. */
  private static final class Nobody implements TranscriptActions {
    @Override
    public void retry(UUID turn) {}

    @Override
    public void retryNow(UUID turn) {}

    @Override
    public void inspect(UUID turn) {}

    @Override
    public void stop() {}

    @Override
    public void openLink(String address) {}

    @Override
    public void copy(String text) {}
  }
}
