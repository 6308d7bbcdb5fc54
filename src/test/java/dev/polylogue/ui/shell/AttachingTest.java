package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.WrittenStream;
import dev.polylogue.ui.composer.AttachmentsViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachingTest {
  @TempDir private Path home;
  @TempDir private Path files;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private AttachmentsViewModel attachments() {
    return window.desk.composer().attachments();
  }

  private Path file(String name, Bytes bytes) throws Exception {
    return Files.write(files.resolve(name), bytes.toArray());
  }

  private void attach(Path... paths) throws Exception {
    int before = window.ask(scene -> attachments().files().size());
    window.run(() -> attachments().add(List.of(paths)));
    window.until(
        () ->
            attachments().readingProperty().get() == 0
                && attachments().files().size() + trouble().lines().count()
                    == before + paths.length);
  }

  private String trouble() {
    return attachments().troubleProperty().get();
  }

  private List<Node> nodes(String selector) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(node -> node.getStyleClass().contains(selector))
                .toList());
  }

  private List<ImageView> pictures(String frame) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(node -> node instanceof ImageView)
                .filter(node -> node.getParent().getStyleClass().contains(frame))
                .map(ImageView.class::cast)
                .toList());
  }

  /** A sea under an evening sky. */
  private static Bytes sea() {
    BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xf6c39a));
    pen.fillRect(0, 0, 900, 600);
    pen.setColor(new Color(0xfff1d0));
    pen.fillOval(560, 140, 140, 140);
    for (int wave = 0; wave < 5; wave++) {
      Path2D line = new Path2D.Double();
      line.moveTo(0, 600);
      for (int x = 0; x <= 900; x += 10) {
        line.lineTo(x, 320 + wave * 60 + 14 * Math.sin(x / 60.0 + wave));
      }
      line.lineTo(900, 600);
      pen.setColor(new Color(20, 90 - wave * 12, 150 - wave * 18));
      pen.fill(line);
    }
    pen.dispose();
    return Made.written(image, "png");
  }

  private void picture(String name) throws Exception {
    for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.run(() -> window.desk.settings().looks().choose(appearance));
      int[] frames = new int[1];
      window.until(() -> ++frames[0] > 20);
      BufferedImage seen =
          window.ask(scene -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
      String suffix = appearance.name().toLowerCase(Locale.ROOT);
      File file = new File("target/pictures/" + name + "-" + suffix + ".png");
      file.getParentFile().mkdirs();
      ImageIO.write(seen, "png", file);
    }
  }

  @Test
  void filesBecomeChipsThatTheKeyboardRemoves() throws Exception {
    attach(
        file("sea.png", sea()),
        file("tides.pdf", Made.pdf("Tides.")),
        file("Tide.java", Bytes.of("class Tide {}")),
        file("logo.svg", Bytes.of("<svg/>")));
    window.until(() -> !lookup(".file-figure .image-view"));
    assertThat(nodes("chip")).hasSize(3);
    assertThat(trouble()).contains("logo.svg is a drawing (SVG). Drawings are not accepted");
    picture("attachments-composer");
    for (Node chip : nodes("chip")) {
      Button remove = (Button) window.ask(scene -> chip.lookup(".button"));
      assertThat(remove.getAccessibleText()).startsWith("Remove ");
    }
    Node first = nodes("chip").getFirst();
    window.run(() -> first.lookup(".button").requestFocus());
    window.press(Key.of(KeyCode.DELETE));
    window.press(Key.of(KeyCode.DELETE));
    window.press(Key.of(KeyCode.DELETE));
    assertThat(nodes("chip")).isEmpty();
    Node owner = window.ask(scene -> scene.getFocusOwner());
    assertThat(owner.getStyleClass()).contains("growing");
  }

  private boolean lookup(String selector) {
    return window.window.scene().getRoot().lookup(selector) == null;
  }

  @Test
  void attachmentsAndPicturesOfAnswersStandInTheTranscript() throws Exception {
    attach(
        file("sea.png", sea()),
        file("tides.pdf", Made.pdf("Tides.")),
        file("Tide.java", Bytes.of("class Tide {}")));
    window.run(() -> window.desk.composer().textProperty().set("Paint this sea at noon."));
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(2);
    assertThat(nodes("chip")).isEmpty();
    for (WrittenStream stream : window.bench.streams) {
      stream.say("Here is the sea at **noon**.").draw(sea()).end();
    }
    window.until(window::hasAnswered);
    window.until(() -> !lookup(".picture-frame .image-view"));
    assertThat(nodes("file-chip")).hasSize(6);
    ImageView shown = pictures("picture-frame").getFirst();
    assertThat(shown.getImage().getWidth()).isEqualTo(900);
    double pane =
        window.ask(scene -> scene.getRoot().lookup(".transcript").getLayoutBounds().getWidth());
    assertThat((double) window.ask(scene -> shown.getLayoutBounds().getWidth()))
        .isLessThan(pane)
        .isGreaterThan(200);
    assertThat(shown.getAccessibleText()).startsWith("Picture: Picture 1, ");
    picture("attachments-answers");
  }

  @Test
  void aPictureThatIsGoneLeavesARemarkAndTheComparisonOpens_D33() throws Exception {
    attach(file("sea.png", sea()));
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(2);
    window.bench.streams.forEach(stream -> stream.say("So.").draw(sea()).end());
    window.until(window::hasAnswered);
    window.close();
    try (Stream<Path> blobs = Files.walk(home.resolve("blobs"))) {
      for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
        Files.delete(blob);
      }
    }
    window = new HeadlessWindow(home);
    window.until(
        () ->
            window.window.scene().getRoot().lookup(".picture-frame .label") instanceof Labeled label
                && label.getText().startsWith("Picture missing."));
    assertThat(((Labeled) nodes("picture-frame").getFirst().lookup(".label")).getText())
        .isEqualTo(
            "Picture missing. A picture is missing from the data folder. The words are kept."
                + " Settings, Health names what is missing; a backup may bring it back.");
    window.until(
        () ->
            window.window.scene().getRoot().lookup(".file-chip") instanceof Labeled chip
                && chip.getText().equals("sea.png\nmissing"));
    assertThat(nodes("file-chip").getFirst().getAccessibleText())
        .startsWith("The file sea.png is missing from the data folder. The words of the message");
  }

  @Test
  void filesAndPicturesArePasted() throws Exception {
    Path text = file("notes.txt", Bytes.of("Low tide."));
    window.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(text.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
        });
    window.press(Key.control(KeyCode.V));
    window.until(() -> attachments().files().size() == 1);
    Image sea =
        SwingFXUtils.toFXImage(
            ImageIO.read(new java.io.ByteArrayInputStream(sea().toArray())), null);
    window.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(sea);
          Clipboard.getSystemClipboard().setContent(content);
        });
    window.press(Key.control(KeyCode.V));
    window.until(() -> attachments().files().size() == 2);
    assertThat(attachments().files().getLast().name())
        .isEqualTo(Bench.TEXTS.get("composer.attach.pasted") + ".png");
    window.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("words");
          Clipboard.getSystemClipboard().setContent(content);
        });
    window.press(Key.control(KeyCode.V));
    String prompt = window.ask(scene -> window.desk.composer().textProperty().get());
    assertThat(prompt).endsWith("words");
  }
}
