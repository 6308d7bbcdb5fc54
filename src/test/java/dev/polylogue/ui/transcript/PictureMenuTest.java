package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What a picture of an answer offers to the other button of the mouse, and to the keyboard. */
class PictureMenuTest {
  private static final Blob PICTURE = new Blob("ab".repeat(32), "image/png", 9, "dusk.png");

  private static Snapshot pictured() {
    return new Snapshot(
        Samples.id(1),
        ReplyState.COMPLETE,
        new Snapshot.Content(
            List.of(Samples.text("Here it is.")),
            List.of(),
            List.of(),
            List.of(new Part.Picture(PICTURE))),
        Samples.GOOD,
        Samples.TIMED,
        Snapshot.Trouble.NONE);
  }

  private static List<MenuItem> menu() {
    return FxThread.call(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .map(ContextMenu::getItems)
                .findFirst()
                .map(List::copyOf)
                .orElse(List.of()));
  }

  private static void choose(MenuItem item) {
    FxThread.run(
        () -> {
          item.fire();
          item.getParentPopup().hide();
        });
  }

  @Test
  void aPictureIsEditedFromItsMenuByMouseAndByKey() {
    List<Blob> edited = new ArrayList<>();
    try (Stand stand = Stand.open(700, 500, new PrimerLight())) {
      stand.gallery.offerEditing(edited::add);
      stand.show(Samples.turn(1, "Make it dusk", pictured()));
      Node box =
          stand.nodes(VBox.class, node -> node.getStyleClass().contains("picture")).getFirst();
      Node link = stand.nodes(Hyperlink.class, node -> node.getText().equals("Larger")).getFirst();

      FxThread.run(
          () ->
              Event.fireEvent(
                  box,
                  new ContextMenuEvent(
                      ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 90, 90, false, null)));
      assertThat(menu())
          .extracting(MenuItem::getText)
          .containsExactly("Edit this photo", "Larger", "Copy", "Save as…");
      choose(menu().getFirst());
      assertThat(menu()).as("it is closed").isEmpty();

      FxThread.run(
          () ->
              Event.fireEvent(
                  link,
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false)));
      choose(menu().getFirst());
      assertThat(edited).containsExactly(PICTURE, PICTURE);
    }
  }

  @Test
  void aPictureThatWasSentIsEditedFromItsMenuToo() {
    List<Blob> edited = new ArrayList<>();
    Blob notes = new Blob("cd".repeat(32), "text/plain", 9, "notes.txt");
    TranscriptTurn turn =
        new TranscriptTurn(
            Samples.id(101),
            new Prompt("What?", List.of(PICTURE, notes)),
            "grok-4.3",
            pictured(),
            TranscriptTurn.Steps.NONE);
    try (Stand stand = Stand.open(700, 500, new PrimerLight())) {
      stand.gallery.offerEditing(edited::add);
      stand.show(turn);
      List<Button> chips =
          stand.nodes(Button.class, node -> node.getStyleClass().contains("file-chip"));

      for (Button chip : chips) {
        FxThread.run(
            () ->
                Event.fireEvent(
                    chip,
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false)));
        menu().stream().findFirst().ifPresent(PictureMenuTest::choose);
      }

      assertThat(chips).hasSize(2);
      assertThat(edited).as("no text is").containsExactly(PICTURE);
    }
  }
}
