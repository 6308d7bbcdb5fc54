package dev.polylogue.ui.diff;

import dev.polylogue.diff.Piece;
import dev.polylogue.diff.Row;
import dev.polylogue.diff.Stretch;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of the comparison: the base and, beside it, each other answer. FX thread. */
final class DiffCell extends ListCell<DiffPage.Line> {
  private static final int STEP = 16;

  private final DiffViewModel model;
  private final ObservableDoubleValue width;
  private final Texts texts;

  /**
   * @param width of one column
   */
  DiffCell(DiffViewModel model, ObservableDoubleValue width, Texts texts) {
    this.model = model;
    this.width = width;
    this.texts = texts;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("diff-line");
  }

  @Override
  protected void updateItem(DiffPage.@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    DiffPage page = model.pageProperty().get();
    if (empty || line == null || page == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(row(page, line));
    setAccessibleText(new DiffWords(texts).line(page, line));
  }

  /** The columns have their width; how many lines their words take follows from that alone. */
  @Override
  protected double computePrefHeight(double any) {
    Node row = getGraphic();
    return row == null
        ? super.computePrefHeight(any)
        : snapSizeY(row.prefHeight(row.prefWidth(-1)));
  }

  private HBox row(DiffPage page, DiffPage.Line line) {
    boolean two = page.columns().size() == 1;
    HBox row = new HBox();
    row.getChildren().add(base(line, two));
    for (List<Row> cell : line.cells()) {
      VBox column = column();
      cell.forEach(one -> other(column, one, two));
      row.getChildren().add(column);
    }
    return row;
  }

  private VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("diff-column");
    column.minWidthProperty().bind(width);
    column.maxWidthProperty().bind(width);
    column.prefWidthProperty().bind(width);
    return column;
  }

  /** Beside one other answer the base shows what that leaves out; beside several it is plain. */
  private VBox base(DiffPage.Line line, boolean two) {
    VBox column = column();
    Piece piece = line.base();
    if (piece == null) {
      return column;
    }
    Row row = two && !line.cells().getFirst().isEmpty() ? line.cells().getFirst().getFirst() : null;
    if (row == null || row.base() == null) {
      add(column, piece, List.of(new Stretch(Stretch.Kind.SAME, piece.text())), "");
    } else if (row.change() == Row.Change.MOVED_AWAY) {
      add(column, piece, List.of(new Stretch(Stretch.Kind.SAME, piece.text())), "diff-moved");
      column.getChildren().add(note("diff.movedAway"));
    } else {
      add(column, piece, without(row, Stretch.Kind.ADDED), "");
    }
    return column;
  }

  private void other(VBox column, Row row, boolean two) {
    Piece piece = row.other();
    if (piece == null) {
      boolean moved = row.change() == Row.Change.MOVED_AWAY;
      Piece base = row.base();
      if (!two && !moved && base != null && model.leftOutProperty().get()) {
        add(column, base, row.words(), "");
      } else if (moved || !two) {
        column.getChildren().add(note(moved ? "diff.movedAway" : "diff.leftOut"));
      }
      return;
    }
    boolean whole = !two && model.leftOutProperty().get();
    boolean moved = row.change() == Row.Change.MOVED_HERE;
    add(
        column,
        piece,
        whole ? row.words() : without(row, Stretch.Kind.REMOVED),
        moved ? "diff-moved" : "");
    if (moved) {
      column.getChildren().add(note("diff.movedHere"));
    }
  }

  private static List<Stretch> without(Row row, Stretch.Kind kind) {
    return row.words().stream().filter(stretch -> stretch.kind() != kind).toList();
  }

  private void add(VBox column, Piece piece, List<Stretch> words, String style) {
    MarkedText text = new MarkedText(words, styleOf(piece.kind()));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(6, text);
    if (!piece.mark().isEmpty()) {
      Label mark = new Label(piece.mark());
      mark.getStyleClass().add("muted");
      mark.setMinWidth(USE_PREF_SIZE);
      line.getChildren().addFirst(mark);
    }
    int steps = Math.max(0, piece.depth() - 1);
    VBox.setMargin(line, new Insets(0, 0, 0, steps * STEP));
    line.getStyleClass().addAll("diff-block", styleOf(piece.kind()) + "-block");
    if (!style.isEmpty()) {
      line.getStyleClass().add(style);
    }
    column.getChildren().add(line);
  }

  private Label note(String key) {
    Label note = new Label(texts.get(key));
    note.getStyleClass().add("diff-note");
    return note;
  }

  private static String styleOf(Piece.Kind kind) {
    return switch (kind) {
      case HEADING -> "diff-heading";
      case PROSE -> "diff-prose";
      case CODE_HEAD -> "diff-code-head";
      case CODE -> "diff-code";
      case ROW -> "diff-row";
    };
  }
}
