package dev.polylogue.bench;

import dev.polylogue.app.Workbench;
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
import dev.polylogue.session.Care;
import dev.polylogue.settings.Presets;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.Setup;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.Services;
import dev.polylogue.ui.shell.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;

/** How long it takes to open a long comparison, in the whole window with a history on the disk. */
final class OpenBench {
  private static final int PANES = 4;
  private static final int TURNS = 1_000;
  private static final int RUNS = 3;
  private static final String LAST = "These are the last words.";

  private final UUID large = UUID.randomUUID();
  private final UUID empty = UUID.randomUUID();
  private final Background background;

  OpenBench(Background background) {
    this.background = background;
  }

  List<Row> rows() throws Exception {
    Path home = Files.createTempDirectory("polylogue-bench");
    try (HistoryStore history = HistoryStore.open(home)) {
      history.create(comparison(large, TURNS));
      history.create(comparison(empty, 0));
    }
    try (Workbench bench = Workbench.open(home)) {
      return rows(bench);
    }
  }

  private List<Row> rows(Workbench bench) throws Exception {
    Services services =
        new Services(
            new Services.Kept(
                bench.comparisons(),
                bench.votes(),
                bench.order(),
                bench.search(),
                bench.transfers(),
                bench.photos()),
            bench.compare(),
            bench.providers(),
            bench.settings(),
            new Setup(Presets.load(), Presets.retired(), bench.doctor(), bench.localServers()),
            Care.of(home(bench), InstantSource.system()));
    Texts texts = new Texts(Locale.ENGLISH);
    Desk desk =
        Fx.call(
            () -> new Desk(services, background, background.inOrder(), texts, Clock.systemUTC()));
    Window window = Fx.call(() -> new Window(desk, services, background, texts, address -> {}));
    Stage stage =
        Fx.call(
            () -> {
              Stage shown = new Stage();
              shown.setScene(window.scene());
              shown.setWidth(1440);
              shown.setHeight(900);
              shown.show();
              return shown;
            });
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
    Fx.run(
        () -> {
          desk.close();
          window.close();
          stage.close();
        });
    return List.of(
        Row.atMost("transcript.open.4x1000", Figure.median(full), "ms", 300),
        Row.atMost(
            "transcript.open.4x1000.over-empty", Figure.median(full) / Figure.median(bare), "x", 3),
        Row.atMost("transcript.open.4x1000.worst-frame", Figure.median(gaps), "ms cpu", 50));
  }

  private static Path home(Workbench bench) {
    return bench.home();
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
    double[] worst = {0};
    double[] before = {0};
    long until = System.nanoTime() + 2_000_000_000L;
    Fx.frames(
        () -> {
          double now = Fx.ownCpu();
          worst[0] = before[0] == 0 ? 0 : Math.max(worst[0], now - before[0]);
          before[0] = now;
          return System.nanoTime() > until;
        });
    return worst[0];
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
