package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.ShapedWords;
import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in place: what happened, what was kept, and what to do.
 *
 * @param details for a support case, as plain text
 * @param kept whether words of the answer stand above
 */
record FailureWidget(UUID turn, Failure failure, String title, String details, boolean kept)
    implements Widget {

  static FailureWidget of(
      Texts texts, UUID turn, Failure failure, @Nullable String requestId, boolean kept) {
    String title = texts.get("transcript.failure." + failure.kind().word());
    StringBuilder details = new StringBuilder(title + "\n" + failure.message() + "\n");
    details.append(texts.get("transcript.details.kind", failure.kind().word()));
    if (failure.status() != null) {
      details.append('\n').append(texts.get("transcript.details.status", "" + failure.status()));
    }
    if (requestId != null) {
      details.append('\n').append(texts.get("transcript.details.request", requestId));
    }
    return new FailureWidget(turn, failure, title, Hygiene.visible(details.toString()), kept);
  }

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    Text head = text(title + " ", "failure-title");
    TextFlow words = new TextFlow(head);
    String message = Hygiene.visible(failure.message());
    ShapedWords.runs(message).forEach(run -> words.getChildren().add(text(run, "failure-message")));
    VBox box = new VBox(words);
    box.getStyleClass().addAll("failure", isPassing() ? "passing" : "lasting");
    String later = Amounts.retryAfter(texts, failure);
    if (later != null) {
      box.getChildren().add(note(later));
    }
    if (kept) {
      box.getChildren().add(note(texts.get("transcript.kept")));
    }
    box.getChildren()
        .add(
            new FlowPane(
                action(texts.get("transcript.retry"), () -> around.actions().retry(turn)),
                action(texts.get("transcript.copyDetails"), () -> around.actions().copy(details))));
    Widths.fill(box, around, 0);
    return box;
  }

  /** Trouble that passes by itself asks for attention, the rest for action. */
  private boolean isPassing() {
    return failure.kind() == FailureKind.RATE_LIMIT || failure.kind() == FailureKind.OVERLOADED;
  }

  private static Text text(String words, String styleClass) {
    Text text = new Text(words);
    text.getStyleClass().addAll("words", styleClass);
    return text;
  }

  private static Label note(String words) {
    Label note = new Label(words);
    note.setWrapText(true);
    note.getStyleClass().add("failure-note");
    return note;
  }

  static Hyperlink action(String name, Runnable action) {
    Hyperlink link = new Hyperlink(name);
    link.setMnemonicParsing(false);
    link.getStyleClass().add("failure-action");
    link.setOnAction(
        event -> {
          link.setVisited(false);
          action.run();
        });
    return link;
  }

  @Override
  public String plainText() {
    return title + " " + Hygiene.visible(failure.message());
  }
}
