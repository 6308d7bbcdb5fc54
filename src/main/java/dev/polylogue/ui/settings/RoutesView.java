package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The ways to a deployment, one below the other, each with how its trial went. FX thread. */
final class RoutesView extends VBox {
  private static final double WIDEST = 640;

  private final RoutesViewModel model;
  private final Texts texts;
  private final String promise;
  private final VBox list = new VBox();

  /**
   * @param promise what holds for the ways listed, in words
   */
  RoutesView(RoutesViewModel model, Texts texts, String promise) {
    super(8);
    this.promise = promise;
    this.model = model;
    this.texts = texts;
    getStyleClass().add("routes");
    Label about = new Label();
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    about
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::about, model.problemProperty(), model.promiseProperty()));
    list.getStyleClass().add("route-list");
    Fields.shownIf(list, Bindings.isNotEmpty(model.lines()));
    model.lines().addListener((ListChangeListener<RouteLine>) change -> arrange());
    arrange();
    getChildren().addAll(about, list, Fields.error(model.outcomeProperty()));
  }

  private String about() {
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      return problem;
    }
    return model.lines().isEmpty() ? texts.get("settings.routes.paste") : promise;
  }

  private void arrange() {
    list.getChildren().setAll(model.lines().stream().map(this::row).toList());
  }

  private VBox row(RouteLine line) {
    Route route = line.route();
    Label style = new Label(route.style());
    style.getStyleClass().add("route-style");
    style.setMinWidth(USE_PREF_SIZE);
    Label address = new Label(route.address());
    address.getStyleClass().add("route-address");
    address.setWrapText(true);
    address.setMinWidth(0);
    address.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(address, Priority.ALWAYS);
    Label state = new Label();
    state.getStyleClass().add("route-state");
    state.setMinWidth(USE_PREF_SIZE);
    HBox top = new HBox(8, style, address, state);
    top.setAlignment(Pos.BASELINE_LEFT);
    VBox row = new VBox(4, top, said(line));
    row.getStyleClass().add("route");
    line.stateProperty().subscribe(now -> show(row, state, now));
    return row;
  }

  /** Says what it does, in as many lines as that takes. */
  static Button trying(ObservableValue<String> words, Runnable action) {
    Button button = Buttons.words("", action, Styles.ACCENT);
    button.textProperty().bind(words);
    button.setWrapText(true);
    button.setTextAlignment(TextAlignment.LEFT);
    button.setMaxWidth(WIDEST);
    return button;
  }

  /** Controls in as many rows as they take; the widest one does not widen the page. */
  static FlowPane wrapped(Node... controls) {
    FlowPane rows = new FlowPane(8, 8, controls);
    rows.setMinWidth(0);
    return rows;
  }

  private static Label said(RouteLine line) {
    Label said = new Label();
    said.getStyleClass().add("route-words");
    RightToLeft.wrap(said);
    said.textProperty().bind(line.wordsProperty());
    Fields.shownIf(said, said.textProperty().isNotEmpty());
    return said;
  }

  private void show(VBox row, Label state, RouteLine.State now) {
    state.setText(words(now));
    state.setGraphic(mark(now));
    mark(row, "trying", now == RouteLine.State.TRYING);
    mark(row, "works", now == RouteLine.State.WORKS);
    mark(row, "failed", now == RouteLine.State.FAILED);
  }

  private static void mark(Node node, String state, boolean on) {
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), on);
  }

  private String words(RouteLine.State state) {
    return switch (state) {
      case UNTRIED -> "";
      case WAITING -> texts.get("settings.route.waiting");
      case TRYING -> texts.get("settings.route.trying");
      case WORKS -> texts.get("settings.route.works");
      case FAILED -> texts.get("settings.route.fails");
    };
  }

  private static @Nullable Node mark(RouteLine.State state) {
    return switch (state) {
      case UNTRIED, WAITING -> null;
      case TRYING -> Icons.of(Feather.LOADER);
      case WORKS -> Icons.of(Feather.CHECK);
      case FAILED -> Icons.of(Feather.X);
    };
  }
}
