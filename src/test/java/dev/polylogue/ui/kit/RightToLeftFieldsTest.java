package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.FxThread;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Breaking a run of such text fails in JavaFX 26; a failure of the layout is thrown here. */
class RightToLeftFieldsTest {
  private static final String HEBREW =
      "הירח מושך את המים של הים אליו. כך נוצרת הגאות. השמש עוזרת קצת גם היא לירח. ";

  private static void layOut(Control control, Runnable change) {
    FxThread.run(
        () -> {
          Stage stage = new Stage();
          stage.setScene(new Scene(new StackPane(control), 300, 200));
          stage.show();
          change.run();
          stage.close();
        });
  }

  private static void again(Control control) {
    control.getParent().applyCss();
    control.getParent().layout();
  }

  @Test
  void itIsTypedIntoATextAreaThatIsTooNarrow() {
    FxThread.start();
    TextArea area = FxThread.call(TextArea::new);
    FxThread.run(() -> RightToLeft.wrap(area));
    layOut(
        area,
        () -> {
          again(area);
          for (char letter : HEBREW.repeat(4).toCharArray()) {
            area.appendText(String.valueOf(letter));
            again(area);
          }
          assertThat(area.isWrapText()).isFalse();
          area.setText("The moon pulls the sea, and the sun helps a little. ".repeat(4));
          again(area);
          assertThat(area.isWrapText()).isTrue();
          area.setText(HEBREW.repeat(4));
          area.getLayoutBounds();
          again(area);
          area.replaceText(3, 9, "English, and\nanother line");
          again(area);
          assertThat(area.isWrapText()).isFalse();
        });
  }

  @Test
  void aDraftIsThereBeforeTheTextAreaIsShown() {
    FxThread.start();
    TextArea area = FxThread.call(TextArea::new);
    FxThread.run(
        () -> {
          RightToLeft.wrap(area);
          area.setText(HEBREW.repeat(4));
        });
    layOut(area, () -> again(area));
    assertThat(area.isWrapText()).isFalse();
  }

  @Test
  void aLabelKeepsItOnOneLine() {
    FxThread.start();
    Label label = FxThread.call(Label::new);
    FxThread.run(() -> RightToLeft.wrap(label));
    layOut(
        label,
        () -> {
          label.setText(HEBREW.repeat(3));
          again(label);
          assertThat(label.isWrapText()).isFalse();
          label.setText("The tide comes twice a day. ".repeat(4));
          again(label);
          assertThat(label.isWrapText()).isTrue();
          label.setText(HEBREW.repeat(2));
          again(label);
          assertThat(label.isWrapText()).isFalse();
        });
  }
}
