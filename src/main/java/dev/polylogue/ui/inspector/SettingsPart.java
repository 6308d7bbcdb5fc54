package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who was asked with which settings, who answered, and what it cost. FX thread. */
final class SettingsPart extends StackPane {
  private final Texts texts;
  private final InspectorView.Hands hands;
  private final ReadOnlyStringProperty note;
  private final VBox content = new VBox();

  SettingsPart(InspectorViewModel model, InspectorView.Hands hands, Texts texts) {
    this.texts = texts;
    this.hands = hands;
    this.note = model.noteProperty();
    ScrollPane scroll = Rows.scrolled(content, texts.get("inspector.settings"));
    getChildren().add(scroll);
    model.subjectProperty().subscribe(this::show);
  }

  private void show(@Nullable Subject subject) {
    content.getChildren().clear();
    if (subject == null) {
      Label why = Rows.quiet("");
      why.textProperty().bind(note);
      content.getChildren().add(why);
      return;
    }
    GridPane model = Rows.grid();
    Rows.row(model, texts.get("inspector.provider"), subject.model().provider());
    Rows.row(model, texts.get("inspector.asked"), subject.model().model());
    Outcome outcome = subject.reply() == null ? Outcome.NONE : subject.reply().outcome();
    if (outcome.reportedModel() != null) {
      Rows.row(model, texts.get("inspector.answered"), outcome.reportedModel());
    }
    if (outcome.requestId() != null) {
      Rows.row(model, texts.get("inspector.request"), outcome.requestId());
    }
    content
        .getChildren()
        .addAll(
            Rows.heading(texts.get("inspector.model")),
            model,
            Rows.heading(texts.get("inspector.parameters")),
            parameters(subject),
            Buttons.words(texts.get("inspector.change"), hands::changeSettings));
    if (subject.reply() != null) {
      account(subject.reply());
    }
  }

  private GridPane parameters(Subject subject) {
    GridPane grid = Rows.grid();
    for (Setting setting : Setting.values()) {
      subject
          .parameters()
          .text(setting)
          .ifPresent(
              value -> Rows.row(grid, texts.get("setting." + setting.key()), said(setting, value)));
    }
    if (grid.getRowCount() == 0) {
      grid.add(Rows.quiet(texts.get("inspector.parameters.none")), 0, 0, 2, 1);
    }
    return grid;
  }

  private String said(Setting setting, String value) {
    return switch (setting) {
      case REASONING_EFFORT -> texts.get("reasoning." + value);
      case WEB_SEARCH -> texts.get(value.equals("true") ? "setting.on" : "setting.off");
      case SYSTEM, TEMPERATURE, TOP_P, MAX_TOKENS, STOP, SEED, EXTRA -> value;
    };
  }

  private void account(Snapshot reply) {
    for (Warning warning : reply.outcome().warnings()) {
      content.getChildren().add(Rows.quiet(texts.get("transcript.warning", warning.message())));
    }
    if (reply.outcome().usage() != null || reply.outcome().cost() != null) {
      VBox lines = new VBox(4);
      Amounts.account(texts, reply.outcome().usage(), reply.outcome().cost())
          .forEach(line -> lines.getChildren().add(Rows.quiet(line)));
      content.getChildren().addAll(Rows.heading(texts.get("inspector.account")), lines);
    }
  }
}
