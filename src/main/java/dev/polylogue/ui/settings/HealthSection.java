package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding;
import dev.polylogue.history.Finding.Kind;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The state of the history, its backups, and what can be done about both. FX thread. */
final class HealthSection extends VBox {
  private static final int MOST_FINDINGS = 30;
  private static final int MOST_SOURCES = 8;

  private final HealthViewModel model;
  private final Texts texts;
  private final FramePulse pulse = new FramePulse();
  private Runnable rest = () -> {};
  private final VBox findings = new VBox(4);
  private final FlowPane repairs = new FlowPane(8, 8);
  private final VBox sources = new VBox();
  private final VBox considered = new VBox(8);

  HealthSection(HealthViewModel model, Texts texts) {
    super(12);
    this.model = model;
    this.texts = texts;
    sources.getStyleClass().add("provider-list");
    considered.getStyleClass().add("provider-line");
    Label told = words("");
    told.textProperty().bind(model.toldProperty());
    Fields.shownIf(told, model.toldProperty().isNotEmpty());
    model.reportProperty().subscribe(this::showReport);
    model.previewProperty().subscribe(preview -> showPreview());
    model.sources().addListener((ListChangeListener<HealthViewModel.Source>) c -> showSources());
    showSources();
    getChildren().addAll(actions(), told, findings, repairs, considered, sources);
  }

  private HBox actions() {
    ProgressIndicator progress = new ProgressIndicator();
    progress.setPrefSize(18, 18);
    progress.setAccessibleText(texts.get("health.busy"));
    progress.progressProperty().bind(model.progressProperty());
    Fields.shownIf(progress, model.busyProperty());
    Label step = new Label();
    step.getStyleClass().add("muted-small");
    step.textProperty().bind(model.stepProperty());
    Fields.shownIf(step, model.stepProperty().isNotEmpty());
    model.busyProperty().subscribe(this::follow);
    HBox row =
        new HBox(
            8,
            button("health.examine", model::examine),
            button("health.backup.now", model::backUp),
            button("health.backup.file", this::chooseFile),
            progress,
            step);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void follow(boolean busy) {
    rest.run();
    rest = busy ? pulse.listen(model::frame) : () -> {};
  }

  private Button button(String key, Runnable action, String... styles) {
    Button button = Buttons.words(texts.get(key), action, styles);
    button.disableProperty().bind(model.busyProperty());
    return button;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("health.backup.file"));
    chooser.setInitialFileName("polylogue-backup.db");
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.backUpTo(file.toPath());
    }
  }

  private void showReport(Doctor.@Nullable Report report) {
    findings.getChildren().clear();
    repairs.getChildren().clear();
    if (report != null) {
      report.findings().stream()
          .limit(MOST_FINDINGS)
          .map(Finding::sentence)
          .forEach(sentence -> findings.getChildren().add(words(sentence)));
      report.notes().forEach(note -> findings.getChildren().add(words(note)));
      offer(model.count(Kind.LOG), "health.repair.log", model::acknowledge);
      offer(
          model.count(Kind.ALTERNATIVES), "health.repair.alternatives", model::chooseAlternatives);
      offer(model.count(Kind.SCHEMA), "health.repair.schema", model::mendSchema);
      offer(model.count(Kind.DATE), "health.repair.dates", model::mendDates);
      offer(model.indexesToMake(), "health.repair.index", model::rebuildIndex);
      offer(
          model.count(Kind.ORPHAN_BLOB, Kind.LEFTOVER),
          "health.repair.files",
          model::putFilesAside);
      offer(model.count(Kind.SPARE_BLOB), "health.repair.fetch", model::fetchFiles);
      offer(model.count(Kind.ORPHAN_ROW), "health.repair.rows", model::removeRows);
      offer(
          model.count(Kind.DATABASE, Kind.UNREADABLE, Kind.LOST_WORDS),
          "health.repair.salvage",
          model::salvage);
      tell(model.count(Kind.DATABASE, Kind.UNREADABLE), "health.repair.damaged");
      tell(model.count(Kind.LOST_WORDS), "health.repair.words");
      tell(model.count(Kind.MISSING_BLOB, Kind.CHANGED_BLOB), "health.repair.backup");
    }
    shown(findings);
    shown(repairs);
  }

  private void tell(int count, String key) {
    if (count > 0) {
      findings.getChildren().add(words(texts.get(key)));
    }
  }

  private void offer(int count, String key, Runnable action) {
    if (count > 0) {
      Button button = Buttons.words(texts.get(key, count), action);
      button.disableProperty().bind(model.busyProperty());
      repairs.getChildren().add(button);
    }
  }

  private void showPreview() {
    var preview = model.previewProperty().get();
    considered.getChildren().clear();
    if (preview != null) {
      HBox buttons =
          new HBox(
              8,
              button("health.restore.yes", model::restore, Styles.ACCENT),
              button("health.restore.no", model::forgetPreview));
      considered.getChildren().addAll(words(model.words().of(preview)), buttons);
    }
    shown(considered);
  }

  private void showSources() {
    sources
        .getChildren()
        .setAll(model.sources().stream().limit(MOST_SOURCES).map(this::row).toList());
    if (model.sources().isEmpty()) {
      Label none = words(texts.get("health.backup.none", model.backupFolder().toString()));
      none.getStyleClass().add("provider-line");
      sources.getChildren().add(none);
    }
  }

  private Node row(HealthViewModel.Source source) {
    Label name = words(source.words());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    String key = source.replaced() ? "health.bringback" : "health.restore";
    Button restore = button(key, () -> model.consider(source));
    restore.setMinWidth(USE_PREF_SIZE);
    restore.setAccessibleText(texts.get(key) + " " + source.words());
    HBox row = new HBox(12, name, restore);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("provider-line");
    return row;
  }

  private static void shown(Pane box) {
    box.setVisible(!box.getChildren().isEmpty());
    box.setManaged(box.isVisible());
  }

  private static Label words(String text) {
    Label label = new Label(text);
    RightToLeft.wrap(label);
    return label;
  }
}
