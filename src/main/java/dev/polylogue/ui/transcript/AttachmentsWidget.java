package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Blob;
import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** What went along with a prompt, as chips; each can be saved as a copy. */
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
    Button chip = new Button(name + "\n" + size, FileFigures.square(blob, SIDE, gallery));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("flat", "file-chip");
    chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    chip.setMaxWidth(WIDEST);
    String words = around.texts().get("transcript.file.save", name, size);
    chip.setAccessibleText(words);
    chip.setTooltip(new Tooltip(words));
    chip.setOnAction(event -> gallery.saveAs(blob, blob.name(), chip.getScene().getWindow()));
    return chip;
  }

  @Override
  public String plainText() {
    return blobs.stream()
        .map(blob -> "[" + Hygiene.visible(blob.name()) + "]")
        .collect(Collectors.joining(" "));
  }
}
