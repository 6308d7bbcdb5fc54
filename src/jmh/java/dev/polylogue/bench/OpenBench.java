package dev.polylogue.bench;

import dev.polylogue.app.BenchWindow;
import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long it takes to open a long comparison, in the whole window with a history on the disk. */
final class OpenBench {
  private static final int PANES = 4;
  private static final int TURNS = 1_000;
  private static final int RUNS = 3;
  private static final String LAST = "These are the last words.";

  private final UUID large = UUID.randomUUID();
  private final UUID empty = UUID.randomUUID();

  List<Row> rows() throws Exception {
    Path home = Files.createTempDirectory("polylogue-bench");
    try (HistoryStore history = HistoryStore.open(home)) {
      history.create(comparison(large, TURNS));
      history.create(comparison(empty, 0));
    }
    try (BenchWindow opened = BenchWindow.open(home)) {
      return rows(opened.desk(), opened.window());
    }
  }

  private List<Row> rows(Desk desk, Window window) throws Exception {
    List<Double> full = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    for (int i = -1; i < RUNS; i++) {
      double blank = open(desk, window, empty, () -> isBlank(desk));
      double whole = open(desk, window, large, () -> isShown(window));
      double gap = quiet();
      if (i >= 0) {
        bare.add(blank);
        full.add(whole);
        gaps.add(gap);
      }
    }
    return List.of(
        Row.atMost("transcript.open.4x1000", Figure.median(full), "ms", 300),
        Row.atMost(
            "transcript.open.4x1000.over-empty", Figure.median(full) / Figure.median(bare), "x", 3),
        Row.atMost("transcript.open.4x1000.worst-frame", Figure.median(gaps), "ms cpu", 50));
  }

  /** Milliseconds from the wish to the layout that fulfils it. */
  private double open(Desk desk, Window window, UUID comparison, BooleanSupplier shown)
      throws Exception {
    CompletableFuture<Long> end = new CompletableFuture<>();
    Runnable look =
        () -> {
          if (comparison.equals(opened(desk)) && shown.getAsBoolean()) {
            end.complete(System.nanoTime());
          }
        };
    Fx.run(() -> window.scene().addPostLayoutPulseListener(look));
    long begin = System.nanoTime();
    Fx.run(() -> desk.open(comparison));
    long at = end.get(60, TimeUnit.SECONDS);
    Fx.run(() -> window.scene().removePostLayoutPulseListener(look));
    return (at - begin) / 1e6;
  }

  /** The CPU of the costliest frame of the seconds that follow, while older turns are added. */
  private static double quiet() throws Exception {
    long until = System.nanoTime() + 2_000_000_000L;
    return Collections.max(Fx.cpuOfFrames(() -> System.nanoTime() > until));
  }

  private static @org.jspecify.annotations.Nullable UUID opened(Desk desk) {
    Comparison now = desk.chat().openedProperty().get();
    return now == null ? null : now.id();
  }

  private static boolean isBlank(Desk desk) {
    return desk.chat().panes().stream().allMatch(pane -> pane.turns().isEmpty());
  }

  private static boolean isShown(Window window) {
    var areas = PaneStage.areas(window.scene().getRoot());
    return areas.size() == PANES
        && areas.stream().allMatch(area -> PaneStage.visible(area).contains(LAST));
  }

  private static Comparison comparison(UUID id, int turns) {
    List<Turn> asked = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      asked.add(
          new Turn(
              UUID.randomUUID(), Message.user("Question " + i + ": why tides?"), Instant.now()));
    }
    String words = BenchText.markdown(700);
    List<Pane> panes = new ArrayList<>();
    for (int p = 0; p < PANES; p++) {
      ModelRef model = new ModelRef("sandbox", "scribe");
      List<Answer> answers =
          asked.stream()
              .map(turn -> new Answer(turn.id(), List.of(reply(model, words)), 0))
              .toList();
      panes.add(new Pane(UUID.randomUUID(), model, Parameters.NONE, true, answers));
    }
    return new Comparison(id, "Tides", Instant.now(), panes, asked, "");
  }

  private static Reply reply(ModelRef model, String words) {
    return new Reply(
        UUID.randomUUID(),
        model,
        ReplyState.COMPLETE,
        List.of(new Part.Text(words + "\n\n" + LAST)),
        Outcome.NONE,
        new Timing(null, 400L, 4_000L, 4_100L));
  }
}
