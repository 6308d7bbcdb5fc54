package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A provider of the list: what it is, how its test went, and what can be done. FX thread. */
final class ProviderLineView extends VBox {
  private final ProviderLine line;
  private final ProvidersViewModel model;
  private final Texts texts;

  ProviderLineView(ProviderLine line, ProvidersViewModel model, Texts texts) {
    this.line = line;
    this.model = model;
    this.texts = texts;
    getStyleClass().add("provider-line");
    getChildren().addAll(top(), finding());
    if (line.removable()) {
      getChildren().add(new KeyChangeForm(line.key(), texts));
    }
    DeploymentViewModel deployment = line.deployment();
    if (deployment != null) {
      getChildren().add(new DeploymentForm(deployment, texts));
    }
  }

  private HBox top() {
    ProviderSettings provider = line.provider();
    Label name = new Label(provider.id());
    name.getStyleClass().add("provider-name");
    Label detail =
        new Label(
            texts.get("settings.provider.detail", provider.protocol().word(), provider.baseUrl()));
    detail.getStyleClass().add("muted-small");
    Label key = new Label(line.keyPlace());
    key.getStyleClass().add("muted-small");
    VBox words = new VBox(2, name, detail, key);
    DeploymentViewModel deployment = line.deployment();
    if (deployment != null) {
      words.getChildren().add(deployments(deployment));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox top = new HBox(12, Marks.of(provider.id()), words, test(provider));
    top.setAlignment(Pos.CENTER_LEFT);
    if (line.removable()) {
      top.getChildren().addAll(change(provider), remove(provider), confirm(provider));
    }
    return top;
  }

  private Hyperlink deployments(DeploymentViewModel deployment) {
    Hyperlink more = new Hyperlink(texts.get("settings.deployment.add"));
    more.setAccessibleText(texts.get("settings.deployment.add.name", deployment.provider().id()));
    more.getStyleClass().add("small-link");
    more.setOnAction(
        event -> {
          more.setVisited(false);
          deployment.begin();
        });
    more.disableProperty().bind(deployment.openProperty());
    return more;
  }

  private Button test(ProviderSettings provider) {
    Button button = Buttons.words(texts.get("settings.test"), () -> model.test(line));
    button.setAccessibleText(texts.get("settings.test.name", provider.id()));
    button
        .disableProperty()
        .bind(line.verdictProperty().map(now -> now == ProviderLine.Verdict.TESTING));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button change(ProviderSettings provider) {
    Button button = Buttons.words(texts.get("settings.key.change"), line.key()::begin);
    button.setAccessibleText(texts.get("settings.key.change.name", provider.id()));
    button.disableProperty().bind(line.key().openProperty());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button remove(ProviderSettings provider) {
    Button button =
        Buttons.words(
            texts.get("settings.remove"), () -> line.confirmingProperty().set(true), Styles.FLAT);
    button.setAccessibleText(texts.get("settings.remove.name", provider.id()));
    button.visibleProperty().bind(line.confirmingProperty().not());
    button.managedProperty().bind(button.visibleProperty());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private HBox confirm(ProviderSettings provider) {
    Button yes =
        Buttons.words(
            texts.get("settings.remove.yes", provider.id()),
            () -> model.remove(line),
            Styles.DANGER);
    Button no =
        Buttons.words(texts.get("settings.remove.no"), () -> line.confirmingProperty().set(false));
    HBox both = new HBox(8, yes, no);
    both.setMinWidth(USE_PREF_SIZE);
    both.visibleProperty().bind(line.confirmingProperty());
    both.managedProperty().bind(both.visibleProperty());
    return both;
  }

  private Label finding() {
    Label finding = new Label();
    finding.getStyleClass().add("finding");
    RightToLeft.wrap(finding);
    finding.textProperty().bind(line.findingProperty());
    finding.visibleProperty().bind(finding.textProperty().isNotEmpty());
    finding.managedProperty().bind(finding.visibleProperty());
    line.verdictProperty()
        .subscribe(
            now -> {
              finding.pseudoClassStateChanged(
                  PseudoClass.getPseudoClass("works"), now == ProviderLine.Verdict.WORKS);
              finding.pseudoClassStateChanged(
                  PseudoClass.getPseudoClass("failed"), now == ProviderLine.Verdict.FAILED);
            });
    return finding;
  }
}
