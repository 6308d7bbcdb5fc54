package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Part;
import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A picture of an answer, no wider than the pane, which can be saved.
 *
 * @param number which one of the answer, from 1 on
 */
record PictureWidget(Blob blob, int number, Gallery gallery) implements Widget {
  /** Longest side in which it is decoded. */
  private static final int SIDE = 1200;

  private static final double TALLEST = 420;

  static List<Line> lines(Gallery gallery, List<Part.Picture> pictures) {
    List<Line> lines = new ArrayList<>();
    for (Part.Picture picture : pictures) {
      lines.add(
          Line.of(
              LineStyle.of(Look.WIDGET, 16),
              new PictureWidget(picture.blob(), lines.size() + 1, gallery)));
    }
    return lines;
  }

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    StackPane frame = new StackPane(new Label(texts.get("transcript.picture.loading")));
    frame.getStyleClass().add("picture-frame");
    gallery.show(
        blob,
        SIDE,
        image -> frame.getChildren().setAll(view(image, around)),
        missing -> frame.getChildren().setAll(gone(missing, texts)));
    Label name = new Label(name(texts) + "  ·  " + FileFigures.size(blob));
    name.getStyleClass().add("figures");
    HBox caption = new HBox(16, name, larger(around), copy(texts), save(texts));
    gallery.editing().ifPresent(place -> caption.getChildren().add(edit(place, texts)));
    caption.getStyleClass().add("picture-caption");
    VBox box = new VBox(new HBox(frame), caption);
    box.getStyleClass().add("picture");
    Widths.fill(box, around, 0);
    new PictureMenu(
        box, gallery, new PictureMenu.Subject(blob, name(texts), fileName(texts)), texts);
    return box;
  }

  private Hyperlink larger(Surroundings around) {
    Texts texts = around.texts();
    Hyperlink larger = link(texts.get("transcript.picture.larger"));
    larger.setAccessibleText(texts.get("transcript.picture.larger.name", name(texts)));
    larger.setOnAction(
        event -> {
          larger.setVisited(false);
          enlarge(larger, texts);
        });
    return larger;
  }

  private void enlarge(Node from, Texts texts) {
    LargePicture.open(gallery, blob, name(texts), from.getScene().getWindow());
  }

  private Hyperlink copy(Texts texts) {
    Hyperlink copy = link(texts.get("transcript.copy"));
    copy.setAccessibleText(texts.get("transcript.picture.copy", name(texts)));
    copy.setOnAction(
        event -> {
          copy.setVisited(false);
          gallery.copy(
              blob,
              () -> {
                copy.setText(texts.get("transcript.copied"));
                copy.setAccessibleText(texts.get("transcript.copied"));
              });
        });
    return copy;
  }

  private Hyperlink edit(Consumer<Blob> place, Texts texts) {
    Hyperlink edit = link(texts.get("transcript.picture.edit"));
    edit.setAccessibleText(texts.get("transcript.picture.edit.name", name(texts)));
    edit.setOnAction(
        event -> {
          edit.setVisited(false);
          place.accept(blob);
        });
    return edit;
  }

  private Hyperlink save(Texts texts) {
    Hyperlink save = link(texts.get("transcript.picture.save"));
    save.setAccessibleText(texts.get("transcript.file.save", name(texts), FileFigures.size(blob)));
    save.setOnAction(
        event -> {
          save.setVisited(false);
          saveAs(save, texts);
        });
    return save;
  }

  private void saveAs(Node from, Texts texts) {
    gallery.saveAs(blob, fileName(texts), from.getScene().getWindow());
  }

  private static Hyperlink link(String words) {
    Hyperlink link = new Hyperlink(words);
    link.setMnemonicParsing(false);
    link.getStyleClass().add("failure-action");
    return link;
  }

  private ImageView view(Image image, Surroundings around) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitHeight(Math.min(TALLEST, image.getHeight()));
    view.fitWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(40, Math.min(image.getWidth(), around.width().get() - 4)),
                around.width()));
    view.setCursor(Cursor.HAND);
    view.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            enlarge(view, around.texts());
          }
        });
    view.setAccessibleText(
        around.texts().get("transcript.pictured", name(around.texts()), FileFigures.size(blob)));
    return view;
  }

  /** Says what became of it (D33); the rest of the answer stands. */
  private static Label gone(Exception why, Texts texts) {
    String sentence = Hygiene.visible("" + why.getMessage());
    Label gone = new Label(texts.get("transcript.picture.missing", sentence));
    RightToLeft.wrap(gone);
    return gone;
  }

  private String name(Texts texts) {
    return blob.name().isEmpty()
        ? texts.get("transcript.picture.name", number)
        : Hygiene.visible(blob.name());
  }

  private String fileName(Texts texts) {
    String kind = blob.mediaType().substring(blob.mediaType().indexOf('/') + 1);
    return blob.name().isEmpty()
        ? name(texts) + "." + (kind.equals("jpeg") ? "jpg" : kind)
        : blob.name();
  }

  @Override
  public String plainText() {
    return "[" + (blob.name().isEmpty() ? "picture " + number : Hygiene.visible(blob.name())) + "]";
  }
}
