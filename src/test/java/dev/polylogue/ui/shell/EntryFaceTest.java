package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.fx.Onstage;
import dev.polylogue.ui.kit.EntryFace;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A line of a list that is used for one entry after another. */
class EntryFaceTest {
  @Test
  void newWordsInALineLeaveTheLineItselfAsItIs() throws Exception {
    HeadlessWindow.startToolkit();
    Onstage.call(
        () -> {
          Label title = new Label("Harbour");
          VBox words = new VBox(title);
          ListCell<String> line = new ListCell<>();
          EntryFace face = new EntryFace(words);
          face.stand(line);
          line.setPrefSize(300, EntryFace.LINE);
          Stage stage = new Stage();
          stage.setScene(new Scene(new StackPane(line)));
          stage.show();
          line.applyCss();
          line.layout();
          line.layout();
          double wide = words.getWidth();
          assertThat(line.isNeedsLayout()).as("at rest").isFalse();

          title.setText("A much longer name of another photo");
          face.stand(line);

          assertThat(wide).isGreaterThan(200);
          assertThat(line.isNeedsLayout()).isFalse();
          assertThat(words.isNeedsLayout()).isTrue();
          stage.hide();
          EntryFace.head(line, "Today");
          assertThat(line.getStyleClass()).contains("heading-cell").doesNotContain("entry-cell");
          return true;
        });
  }
}
