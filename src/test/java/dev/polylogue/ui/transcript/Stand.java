package dev.polylogue.ui.transcript;

import atlantafx.base.theme.Theme;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A transcript in a window of its own, and what its reader asked for. */
final class Stand implements AutoCloseable {
  final List<String> opened = new ArrayList<>();
  final List<String> copied = new ArrayList<>();
  final List<UUID> hurried = new ArrayList<>();
  final List<UUID> inspected = new ArrayList<>();
  final List<UUID> retried = new ArrayList<>();
  final List<String> steps = new ArrayList<>();
  final Texts texts = new Texts(Locale.ENGLISH);
  final TranscriptView view;
  final Gallery gallery;
  final Map<String, Bytes> files = new ConcurrentHashMap<>();
  int stops;
  private final Background background = new Background();
  private final Stage stage;

  private Stand(double width, double height, Theme theme) {
    gallery = new Gallery(this::file, background, texts, trouble -> {});
    view = new TranscriptView(background, texts, new Asked(), gallery);
    view.setAccessibleText("Transcript of grok-4.3");
    Scene scene = new Scene(new StackPane(), width, height);
    scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    scene.setRoot(view);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  private Bytes file(Blob blob) throws IOException {
    Bytes bytes = files.get(blob.sha256());
    if (bytes == null) {
      throw new IOException("The file is missing.");
    }
    return bytes;
  }

  static Stand open(double width, double height, Theme theme) {
    return FxThread.call(() -> new Stand(width, height, theme));
  }

  void show(TranscriptTurn... turns) {
    FxThread.run(() -> view.show(List.of(turns)));
    settle();
  }

  void update(int turn, Snapshot reply) {
    FxThread.run(() -> view.update(Samples.id(100 + turn), reply));
    settle();
  }

  /** Changes the look of the window, and in the same frame something else. */
  void dress(Theme theme, Runnable also) {
    FxThread.run(
        () -> {
          stage.getScene().setUserAgentStylesheet(theme.getUserAgentStylesheet());
          also.run();
        });
    settle();
  }

  /** The visible lines that have not the height that they would take. */
  List<String> crowded() {
    return nodes(Region.class, line -> line.getStyleClass().contains("paragraph-box")).stream()
        .filter(
            line -> FxThread.call(() -> line.prefHeight(line.getWidth()) > line.getHeight() + 1))
        .map(Region::toString)
        .toList();
  }

  /** Lets background work come back and be laid out. */
  void settle() {
    FxThread.until(() -> view.isSettled());
    FxThread.frames(3);
  }

  /** Has the reader go to a place. */
  void read(int turn, int section, int line) {
    FxThread.run(
        () -> view.reader().goTo(new ReadingPlace(Samples.id(100 + turn), section, line, 0)));
    settle();
  }

  boolean follows() {
    return FxThread.call(() -> view.reader().followingProperty().get());
  }

  /** How much of the line at the upper edge lies above it. */
  double share() {
    return FxThread.call(
        () -> {
          Scroller scroller = view.reader().scroller();
          return scroller.share(scroller.firstLine());
        });
  }

  TranscriptArea area() {
    return (TranscriptArea) view.lookup(".transcript-area");
  }

  /** All lines as they would be copied. */
  String text() {
    return FxThread.call(() -> PlainText.of(area().getContent().snapshot()));
  }

  /** All nodes on screen that fit. */
  <T extends Node> List<T> nodes(Class<T> type, Predicate<T> wanted) {
    return FxThread.call(
        () -> {
          List<T> found = new ArrayList<>();
          collect(view, type, wanted, found);
          return found;
        });
  }

  private static <T extends Node> void collect(
      Node node, Class<T> type, Predicate<T> wanted, List<T> found) {
    if (type.isInstance(node) && node.isVisible() && wanted.test(type.cast(node))) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, wanted, found));
    }
  }

  void picture(String name) {
    FxThread.run(
        () -> {
          WritableImage image = stage.getScene().snapshot(null);
          File file = new File("target/pictures/" + name + ".png");
          file.getParentFile().mkdirs();
          try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() {
    FxThread.run(stage::close);
    background.close();
  }

  private final class Asked implements TranscriptActions {
    @Override
    public void retry(UUID turn) {
      retried.add(turn);
    }

    @Override
    public void stepReply(UUID turn, int by) {
      steps.add("reply " + by);
    }

    @Override
    public void stepPrompt(UUID turn, int by) {
      steps.add("prompt " + by);
    }

    @Override
    public void retryNow(UUID turn) {
      hurried.add(turn);
    }

    @Override
    public void inspect(UUID turn) {
      inspected.add(turn);
    }

    @Override
    public void stop() {
      stops++;
    }

    @Override
    public void openLink(String address) {
      opened.add(address);
    }

    @Override
    public List<TurnAction> turnActions() {
      return List.of();
    }

    @Override
    public void copy(String text) {
      copied.add(text);
    }
  }
}
