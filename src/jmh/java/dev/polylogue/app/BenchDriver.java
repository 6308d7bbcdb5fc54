package dev.polylogue.app;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.fx.Onstage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * The window of the program, led by lines on its standard input. Each is answered with one line.
 *
 * <ul>
 *   <li>{@code open MODEL...}: a new comparison of models, as {@code provider/model}
 *   <li>{@code send WORDS}: types them and presses Enter; says when, in nanoseconds
 *   <li>{@code await}: waits until nothing is live; says for each pane when which count of
 *       characters was laid out, and the moments of all frames since {@code send}
 *   <li>{@code quit}
 * </ul>
 */
final class BenchDriver {
  private static final String COUNT = "at ";
  private static final int DIGITS = 6;
  private static final int LINES = 8;

  private final Sitting sitting;
  private final List<Long> frames = new ArrayList<>();
  private final List<Eye> eyes = new ArrayList<>();

  /** Turns that each pane had when something was sent last. */
  private int asked;

  private BenchDriver(Sitting sitting) {
    this.sitting = sitting;
  }

  /** Sees how far the text of one pane has come. */
  private static final class Eye {
    final GenericStyledArea<?, ?, ?> area;
    final StringBuilder seen = new StringBuilder();
    int last;
    int length;

    Eye(GenericStyledArea<?, ?, ?> area) {
      this.area = area;
      this.length = area.getLength();
      // An earlier answer, which stands there already, is not what is looked for.
      this.last = count();
    }

    void look(long now) {
      if (area.getLength() == length) {
        return;
      }
      length = area.getLength();
      int count = count();
      if (count > last) {
        last = count;
        seen.append(count).append('@').append(now).append(',');
      }
    }

    private int count() {
      int lines = area.getParagraphs().size();
      for (int i = lines - 1; i >= Math.max(0, lines - LINES); i--) {
        String line = area.getParagraph(i).getText();
        int at = line.lastIndexOf(COUNT);
        while (at >= 0) {
          if (isCount(line, at + COUNT.length())) {
            return Integer.parseInt(
                line.substring(at + COUNT.length(), at + COUNT.length() + DIGITS));
          }
          at = line.lastIndexOf(COUNT, at - 1);
        }
      }
      return -1;
    }

    private static boolean isCount(String line, int from) {
      return from + DIGITS <= line.length()
          && line.substring(from, from + DIGITS).chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  public static void main(String[] arguments) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    BenchDriver driver = new BenchDriver(BenchWindow.open(Path.of(arguments[0])).sitting());
    System.out.println("ready");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "open" -> System.out.println(driver.compare(words[1].split(" ")));
        case "send" -> System.out.println(driver.send(words[1]));
        case "await" -> System.out.println(driver.await());
        default -> {
          driver.sitting.letGo();
          System.exit(0);
        }
      }
    }
  }

  private String compare(String[] models) throws Exception {
    List<PaneSpec> specs = new ArrayList<>();
    for (String model : models) {
      String[] names = model.split("/", 2);
      specs.add(PaneSpec.of(new ModelRef(names[0], names[1])));
    }
    UUID made = sitting.comparisons().create(specs, "").id();
    Onstage.call(
        () -> {
          sitting.desk().open(made);
          return true;
        });
    Onstage.await(() -> isOpen(made), 30_000);
    frames(30);
    return "opened";
  }

  private boolean isOpen(UUID comparison) {
    var open = sitting.desk().chat().openedProperty().get();
    return open != null && open.id().equals(comparison);
  }

  private String send(String words) throws Exception {
    return Onstage.call(
        () -> {
          sitting.desk().composer().textProperty().set(words);
          sitting.window().focusComposer();
          frames.clear();
          eyes.clear();
          asked = turns();
          for (Node node : sitting.window().scene().getRoot().lookupAll(".transcript-area")) {
            eyes.add(new Eye((GenericStyledArea<?, ?, ?>) node));
          }
          watch();
          long now = System.nanoTime();
          Event.fireEvent(
              sitting.window().scene().getFocusOwner(),
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
          return "" + now;
        });
  }

  private int turns() {
    return sitting.desk().chat().panes().stream()
        .mapToInt(pane -> pane.turns().size())
        .min()
        .orElse(0);
  }

  private Runnable rest = () -> {};

  private void watch() {
    rest.run();
    Runnable look = this::look;
    sitting.window().scene().addPostLayoutPulseListener(look);
    Runnable still = new FramePulse().listen(() -> {});
    rest =
        () -> {
          still.run();
          sitting.window().scene().removePostLayoutPulseListener(look);
        };
  }

  private void look() {
    long now = System.nanoTime();
    frames.add(now);
    eyes.forEach(eye -> eye.look(now));
  }

  private String await() throws Exception {
    Onstage.await(
        () ->
            turns() > asked
                && sitting.desk().chat().panes().stream()
                    .noneMatch(pane -> pane.busyProperty().get()),
        300_000);
    frames(10);
    return Onstage.call(
        () -> {
          rest.run();
          StringBuilder said = new StringBuilder();
          eyes.forEach(eye -> said.append(eye.seen).append(';'));
          said.append('|');
          frames.forEach(frame -> said.append(frame).append(','));
          return said.toString();
        });
  }

  private static void frames(int count) throws Exception {
    int[] left = {count};
    Onstage.await(() -> left[0]-- <= 0, 30_000);
  }
}
