package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The line above a table, with buttons that copy it.
 *
 * @param ordinal which box of its passage, from 0
 * @param indent room that margins take away, in pixels
 */
record TableHead(int ordinal, int indent, BoxSource source) implements Widget {

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    Label label = new Label(texts.get("transcript.table"));
    label.getStyleClass().add("code-language");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CopyButton markdown =
        new CopyButton(
            texts.get("transcript.table.markdown"),
            texts.get("transcript.table.copyMarkdown"),
            texts.get("transcript.copied"),
            around.actions(),
            this::asMarkdown);
    CopyButton cells =
        new CopyButton(
            texts.get("transcript.table.cells"),
            texts.get("transcript.table.copyCells"),
            texts.get("transcript.copied"),
            around.actions(),
            () -> TableText.forSpreadsheet(rows()));
    HBox head = new HBox(label, space, markdown, cells);
    head.getStyleClass().add("table-top");
    Widths.fill(head, around, indent);
    return head;
  }

  private String asMarkdown() {
    List<TableWidget> grids = source.table(ordinal);
    return grids.isEmpty() ? "" : MarkdownText.table(grids.getFirst().sides(), rows(), true) + "\n";
  }

  private List<List<List<Span>>> rows() {
    List<List<List<Span>>> rows = new ArrayList<>();
    source.table(ordinal).forEach(grid -> rows.addAll(grid.rows()));
    return rows;
  }
}
