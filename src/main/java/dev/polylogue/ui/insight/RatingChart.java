package dev.polylogue.ui.insight;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Contestant;
import dev.polylogue.vote.RatingHistory;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/** The strengths of the first few over time. FX thread. */
final class RatingChart extends LineChart<String, Number> {
  private static final int MOST_LINES = 8;

  private final DateTimeFormatter dates;

  RatingChart(InsightsViewModel model, Texts texts) {
    super(new CategoryAxis(), new NumberAxis());
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    getStyleClass().add("rating-chart");
    setAnimated(false);
    setAccessibleText(texts.get("insights.chart"));
    setMinHeight(280);
    setPrefHeight(320);
    getXAxis().setAnimated(false);
    NumberAxis up = (NumberAxis) getYAxis();
    up.setAnimated(false);
    up.setForceZeroInRange(false);
    up.setMinorTickVisible(false);
    model.overTimeProperty().subscribe(history -> show(history, model.lines()));
  }

  private void show(RatingHistory history, List<Line> lines) {
    getData().clear();
    CategoryAxis days = (CategoryAxis) getXAxis();
    days.getCategories()
        .setAll(history.moments().stream().map(each -> dates.format(each.end())).toList());
    for (Line line : lines.stream().filter(each -> each.rank() > 0).limit(MOST_LINES).toList()) {
      XYChart.Series<String, Number> series = new XYChart.Series<>();
      series.setName(
          line.settings().isEmpty() ? line.name() : line.name() + ", " + line.settings());
      Contestant contestant = line.standing().contestant();
      for (RatingHistory.Moment moment : history.moments()) {
        Double rating = moment.ratings().get(contestant);
        if (rating != null) {
          series.getData().add(new XYChart.Data<>(dates.format(moment.end()), rating));
        }
      }
      getData().add(series);
    }
  }
}
