package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Blob;
import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/**
 * What went along with a prompt, as chips; each can be saved as a copy, and a picture be edited.
 */
record AttachmentsWidget(List<Blob> blobs, Gallery gallery) implements Widget {
  private static final int SIDE = 40;
  private static final double WIDEST = 260;

  static List<Line> lines(Gallery gallery, List<Blob> blobs) {
    return blobs.isEmpty()
        ? List.of()
        : List.of(
            Line.of(
                LineStyle.of(Look.PROMPT, 0).with(Edge.MIDDLE),
                new AttachmentsWidget(blobs, gallery)));
  }

  @Override
  public Node node(Surroundings around) {
    FlowPane chips = new FlowPane(8, 8);
    chips.getStyleClass().add("prompt-files");
    blobs.forEach(blob -> chips.getChildren().add(chip(blob, around)));
    Widths.fill(chips, around, 24);
    return chips;
  }

  private Button chip(Blob blob, Surroundings around) {
    String name = Hygiene.visible(blob.name());
    String size = FileFigures.size(blob);
    Button chip = new Button(name + "\n" + size);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("flat", "file-chip");
    chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    chip.setMaxWidth(WIDEST);
    say(chip, around.texts().get("transcript.file.save", name, size));
    chip.setGraphic(
        FileFigures.square(blob, SIDE, gallery, why -> gone(chip, name, why, around.texts())));
    chip.setOnAction(event -> gallery.saveAs(blob, blob.name(), chip.getScene().getWindow()));
    if (blob.isPicture()) {
      new PictureMenu(
          chip, gallery, new PictureMenu.Subject(blob, name, blob.name()), around.texts());
    }
    return chip;
  }

  /** Says what became of it (D33); the words of the message stand. */
  private static void gone(Button chip, String name, Exception why, Texts texts) {
    chip.setText(name + "\n" + texts.get("transcript.file.missing"));
    String sentence = Hygiene.visible("" + why.getMessage());
    say(chip, texts.get("transcript.file.missing.about", sentence));
  }

  private static void say(Button chip, String words) {
    chip.setAccessibleText(words);
    Tooltip tooltip = new Tooltip(words);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST * 2);
    chip.setTooltip(tooltip);
  }

  @Override
  public String plainText() {
    return blobs.stream()
        .map(blob -> "[" + Hygiene.visible(blob.name()) + "]")
        .collect(Collectors.joining(" "));
  }
}
