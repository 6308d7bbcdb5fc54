package dev.polylogue.ui.settings;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields for one more deployment, under the provider it belongs to. FX thread. */
final class DeploymentForm extends VBox {

  DeploymentForm(DeploymentViewModel model, Texts texts) {
    super(12);
    getStyleClass().add("form");
    Fields.shownIf(this, model.openProperty());
    Label about = new Label(texts.get("settings.deployment.about"));
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    TextField address = new TextField();
    address.textProperty().bindBidirectional(model.addressProperty());
    TextField deployment = new TextField();
    deployment.textProperty().bindBidirectional(model.deploymentProperty());
    Button test = RoutesView.trying(model.routes().promiseProperty(), model::tryOut);
    test.disableProperty().bind(model.routes().busyProperty());
    Button add = Buttons.words(texts.get("settings.add.yes"), model::add);
    add.disableProperty().bind(model.routes().busyProperty());
    Button stop = Buttons.words(texts.get("settings.routes.stop"), model.routes()::stop);
    Fields.shownIf(stop, model.routes().busyProperty());
    Button cancel = Buttons.words(texts.get("settings.add.no"), model::cancel);
    getChildren()
        .addAll(
            about,
            Fields.labelled(texts.get("settings.deployment"), deployment),
            Fields.labelled(texts.get("settings.address.portal"), address),
            new RoutesView(model.routes(), texts, texts.get("settings.routes.here")),
            RoutesView.wrapped(test, add, stop, cancel),
            Fields.error(model.problemProperty()));
    model
        .openProperty()
        .subscribe(
            shown -> {
              if (shown) {
                deployment.requestFocus();
              }
            });
  }
}
