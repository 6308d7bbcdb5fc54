package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.Onstage;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A real window on the headless platform. Used from a test's own thread. */
@SuppressWarnings("try")
final class HeadlessWindow implements AutoCloseable {
  /** A key with its modifiers. */
  record Key(KeyCode code, boolean shift, boolean control, boolean alt) {
    static Key of(KeyCode code) {
      return new Key(code, false, false, false);
    }

    static Key control(KeyCode code) {
      return new Key(code, false, true, false);
    }

    static Key shift(KeyCode code) {
      return new Key(code, true, false, false);
    }
  }

  final Bench bench;
  final Desk desk;
  final Window window;
  final List<String> browsed = Collections.synchronizedList(new ArrayList<>());
  private final Background background = new Background();
  private final Stage stage;
  private int answered;

  HeadlessWindow(Path home) throws Exception {
    startToolkit();
    bench = new Bench(home);
    desk =
        Onstage.call(
            () ->
                new Desk(
                    bench.services, background, background.inOrder(), Bench.TEXTS, Bench.CLOCK));
    window =
        Onstage.call(() -> new Window(desk, bench.services, background, Bench.TEXTS, browsed::add));
    stage =
        Onstage.call(
            () -> {
              Stage shown = new Stage();
              shown.setScene(window.scene());
              shown.show();
              desk.start();
              return shown;
            });
    until(() -> desk.chat().openedProperty().get() != null);
  }

  static void startToolkit() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException alreadyRunning) {
      // another test of this process started it
    }
    Platform.setImplicitExit(false);
  }

  <T> T ask(Function<Scene, T> question) throws Exception {
    return Onstage.call(() -> question.apply(window.scene()));
  }

  void run(Runnable action) throws Exception {
    Onstage.call(
        () -> {
          action.run();
          return true;
        });
  }

  void until(BooleanSupplier condition) throws Exception {
    assertThat(Onstage.await(condition, 10_000)).as("it came to that within 10 s").isTrue();
  }

  /** Whether that comparison is the one on screen; on the FX thread. */
  boolean shows(UUID comparison) {
    Comparison now = desk.chat().openedProperty().get();
    return now != null && now.id().equals(comparison);
  }

  /**
   * Answers what is asked next, each in other words, and waits until all of them stand in panes
   * that are done. Not while names are hidden, since replies are held back then.
   */
  void answer(String... words) throws Exception {
    bench.awaitStreams(answered + words.length);
    for (String said : words) {
      bench.streams.get(answered++).say(said).end();
    }
    until(() -> Stream.of(words).allMatch(this::isSaid));
  }

  /** Whether every pane was asked something and is done; on the FX thread. */
  boolean hasAnswered() {
    return desk.chat().panes().stream()
        .noneMatch(pane -> pane.turns().isEmpty() || pane.busyProperty().get());
  }

  /** Whether a pane that is done has a reply in those words; on the FX thread. */
  boolean isSaid(String words) {
    return desk.chat().panes().stream()
        .filter(pane -> !pane.busyProperty().get())
        .flatMap(pane -> pane.turns().stream())
        .map(TranscriptTurn::reply)
        .flatMap(reply -> reply.content().passages().stream())
        .anyMatch(passage -> words.contentEquals(passage.text()));
  }

  void press(Key key) throws Exception {
    run(() -> fire(key));
  }

  void fire(Key key) {
    Scene scene = window.scene();
    Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    Event.fireEvent(
        owner,
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            key.code(),
            key.shift(),
            key.control(),
            key.alt(),
            false));
  }

  /** Every node that can be seen. */
  static List<Node> shown(Node node) {
    List<Node> all = new ArrayList<>();
    if (node.isVisible()) {
      all.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> all.addAll(shown(child)));
      }
    }
    return all;
  }

  @Override
  public void close() {
    try {
      run(
          () -> {
            desk.close();
            window.close();
            stage.hide();
          });
    } catch (Exception e) {
      throw new IllegalStateException("The window could not be closed.", e);
    }
    background.close();
    bench.close();
  }
}
