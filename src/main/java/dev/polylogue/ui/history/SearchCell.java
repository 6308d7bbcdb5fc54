package dev.polylogue.ui.history;

import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A place that was found: where, its words, who said them and when. FX thread. */
final class SearchCell extends ListCell<Found> {
  private final SearchViewModel model;
  private final Texts texts;
  private final Clock clock;
  private final Label title = new Label();
  private final MarkedText words = new MarkedText();
  private final Label detail = new Label();
  private final VBox face = new VBox(2, title, words, detail);

  SearchCell(SearchViewModel model, Texts texts, Clock clock) {
    this.model = model;
    this.texts = texts;
    this.clock = clock;
    title.getStyleClass().add("entry-title");
    detail.getStyleClass().add("muted-small");
    title.setMaxWidth(Double.MAX_VALUE);
    detail.setMaxWidth(Double.MAX_VALUE);
    face.setMinWidth(0);
    face.setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    setText(null);
    getStyleClass().remove("entry-cell");
    if (empty || found == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String name = found.entry().title();
    title.setText(name.isBlank() ? texts.get("sidebar.untitled") : name);
    boolean isTitle = found.role() == Found.Role.TITLE;
    words.show(found.snippet());
    title.setVisible(!isTitle);
    title.setManaged(!isTitle);
    detail.setText(who(found) + " · " + day(found));
    setGraphic(face);
    getStyleClass().add("entry-cell");
    setAccessibleText(title.getText() + ", " + detail.getText() + ", " + found.snippet().text());
    if (isOnScreen() && getIndex() >= model.rows().size() - 10) {
      model.more();
    }
  }

  /** Not only measured. */
  private boolean isOnScreen() {
    Parent around = getParent();
    return around != null && around.isVisible();
  }

  private String who(Found found) {
    return switch (found.role()) {
      case TITLE -> texts.get("search.title");
      case USER -> texts.get("search.user");
      case ASSISTANT -> name(found.place().model());
      case REASONING -> texts.get("search.reasoning", name(found.place().model()));
    };
  }

  private String name(@Nullable ModelRef who) {
    return who == null ? texts.get("search.hidden") : who.model();
  }

  private String day(Found found) {
    LocalDate day = found.at().atZone(clock.getZone()).toLocalDate();
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return texts.get("sidebar.today");
    }
    return day.equals(today.minusDays(1))
        ? texts.get("sidebar.yesterday")
        : day.format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()));
  }
}
