package dev.polylogue.ui.insight;

import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Leaderboard;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of what the votes say. FX thread. */
public final class InsightsView extends ScrollPane {
  private final InsightsViewModel model;
  private final Texts texts;

  public InsightsView(InsightsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("insights");
    setAccessibleText(texts.get("insights.title"));
    setFocusTraversable(false);
    setFitToWidth(true);
    Label heading = new Label(texts.get("insights.title"));
    heading.getStyleClass().add("page-title");
    VBox page = new VBox(heading, about(), nothing(), figures());
    page.getStyleClass().add("insights-page");
    StackPane middle = new StackPane(page);
    middle.setAlignment(Pos.TOP_CENTER);
    setContent(middle);
  }

  private Label about() {
    Label about = muted(texts.get("insights.about"));
    showWhile(about, model.emptyProperty().map(empty -> !empty));
    return about;
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private static void showWhile(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }

  private VBox nothing() {
    Label words = new Label(texts.get("insights.empty"));
    words.setWrapText(true);
    VBox nothing = new VBox(12, Icons.of(Feather.TRENDING_UP), words);
    nothing.getStyleClass().add("empty-state");
    showWhile(nothing, model.emptyProperty());
    return nothing;
  }

  private VBox figures() {
    Filters filters = new Filters(model, texts);
    BoardTable table = new BoardTable(model, texts);
    showWhile(table, Bindings.isNotEmpty(model.lines()));
    Label said = muted("");
    said.textProperty().bind(model.boardProperty().map(this::said));
    Label chart = new Label(texts.get("insights.overTime"));
    chart.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, chart, gap, filters.periods());
    head.setAlignment(Pos.CENTER_LEFT);
    Node lines = new RatingChart(model, texts);
    ObservableValue<Boolean> several =
        model.overTimeProperty().map(history -> history.moments().size() > 1);
    showWhile(lines, several);
    Label soon = muted(texts.get("insights.chart.soon"));
    showWhile(soon, several.map(there -> !there));
    VBox time = new VBox(8, head, soon, lines);
    showWhile(time, model.boardProperty().map(board -> board.groups() > 0));
    VBox figures = new VBox(16, filters, said, table, time);
    figures.disableProperty().bind(model.emptyProperty());
    showWhile(figures, model.emptyProperty().map(empty -> !empty));
    return figures;
  }

  private String said(Leaderboard board) {
    if (board.votes() == 0) {
      return texts.get("insights.none");
    }
    String votes = texts.get("insights.votes", board.votes());
    return board.groups() > 1 ? votes + " " + texts.get("insights.groups", board.groups()) : votes;
  }
}
