package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A refused request that waits to be sent again: why, how long, and a say in it (F27). */
record RetryWidget(UUID turn, RetryModel model) implements Widget {

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    Label reason = label("retry-reason");
    reason.textProperty().bind(model.reason);
    Label countdown = label("retry-countdown");
    countdown.textProperty().bind(model.countdown);
    Hyperlink now =
        FailureWidget.action(
            texts.get("transcript.retry.now"), () -> around.actions().retryNow(turn));
    now.setAccessibleText(texts.get("transcript.retry.now.name"));
    Hyperlink cancel =
        FailureWidget.action(texts.get("transcript.retry.cancel"), around.actions()::stop);
    cancel.setAccessibleText(texts.get("transcript.retry.cancel.name"));
    VBox box = new VBox(reason, countdown, new FlowPane(now, cancel));
    box.getStyleClass().addAll("failure", "passing");
    Widths.fill(box, around, 0);
    return box;
  }

  private static Label label(String style) {
    Label label = new Label();
    RightToLeft.wrap(label);
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  public String plainText() {
    return model.reason.get() + " \u00B7 " + model.countdown.get();
  }
}
