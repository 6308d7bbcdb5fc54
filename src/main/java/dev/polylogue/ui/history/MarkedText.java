package dev.polylogue.ui.history;

import dev.polylogue.conversation.Snippet;
import dev.polylogue.ui.kit.ShapedWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Words with marks among them, on no more than three lines. FX thread. */
final class MarkedText extends TextFlow {
  private static final int LINES = 3;

  MarkedText() {
    getStyleClass().add("marked-text");
    setMinWidth(0);
    setMaxHeight(USE_PREF_SIZE);
    Rectangle seen = new Rectangle();
    seen.widthProperty().bind(widthProperty());
    seen.heightProperty().bind(heightProperty());
    setClip(seen);
  }

  void show(Snippet snippet) {
    List<Node> runs = new ArrayList<>();
    int at = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      add(runs, snippet.text().substring(at, mark.start()), false);
      add(runs, snippet.text().substring(mark.start(), mark.end()), true);
      at = mark.end();
    }
    add(runs, snippet.text().substring(at), false);
    getChildren().setAll(runs);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.min(Math.ceil(LINES * lineHeight()), super.computePrefHeight(width));
  }

  private double lineHeight() {
    if (getChildren().isEmpty()) {
      return 0;
    }
    Text line = new Text("X");
    line.setFont(((Text) getChildren().getFirst()).getFont());
    return line.getLayoutBounds().getHeight();
  }

  private static void add(List<Node> runs, String words, boolean marked) {
    for (String piece : ShapedWords.runs(words)) {
      if (!piece.isEmpty()) {
        Text text = new Text(piece);
        text.getStyleClass().add(marked ? "marked" : "unmarked");
        runs.add(text);
      }
    }
  }
}
