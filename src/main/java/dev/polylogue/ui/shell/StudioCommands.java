package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.conversation.PictureRef;
import dev.polylogue.ui.photo.OutViewModel;
import dev.polylogue.ui.photo.PhotoPage;
import dev.polylogue.ui.photo.SessionsViewModel;
import dev.polylogue.ui.photo.SidePanels;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** What is done with results as a whole: saved, copied, sent to the chat. FX thread. */
final class StudioCommands {
  /** What only the views can do. */
  interface Views {
    PhotoPage photos();

    /** Asks for a folder. */
    void chooseFolder(Consumer<Path> chosen);
  }

  private final CommandGroup group;
  private final Desk desk;
  private final OutViewModel out;
  private final Views views;
  private final BooleanBinding open;

  private StudioCommands(CommandGroup group, Desk desk, Views views) {
    this.group = group;
    this.desk = desk;
    this.out = desk.photos().studio().out();
    this.views = views;
    open =
        desk.shell()
            .pageProperty()
            .isEqualTo(ShellViewModel.Page.IMAGES)
            .and(desk.photos().photo().sessionProperty().isNotNull());
  }

  static void add(CommandGroup group, Desk desk, Views views) {
    StudioCommands commands = new StudioCommands(group, desk, views);
    commands.results();
    commands.sessions();
    commands.panels();
  }

  private void add(String id, @Nullable KeyCombination keys, Runnable action) {
    String name = id.substring(id.indexOf('.') + 1);
    group.add(id, "command.photo." + name, keys, action, open);
  }

  private void results() {
    add(
        "photo.save",
        keys(KeyCode.S, CTRL),
        () -> chosen(ref -> views.chooseFolder(folder -> out.save(List.of(ref), folder))));
    add(
        "photo.saveAll",
        keys(KeyCode.S, CTRL, SHIFT),
        () -> all(folder -> out.save(out.all(), folder)));
    add("photo.sheet", null, () -> all(out::sheet));
    add("photo.copy", keys(KeyCode.C, CTRL, SHIFT), () -> chosen(ref -> views.photos().copy(ref)));
    add("photo.toChat", null, () -> chosen(desk.photos()::sendToChat));
  }

  private void sessions() {
    SessionsViewModel sessions = desk.photos().studio().sessions();
    add("photo.rename", keys(KeyCode.F2), () -> sessions.rename(null));
    add("photo.delete", null, () -> sessions.delete(null));
  }

  private void panels() {
    for (SidePanels.Panel panel : SidePanels.Panel.values()) {
      String name = panel.name().toLowerCase(java.util.Locale.ROOT);
      group.add(
          "photo.panel." + name, "command.photo.panel." + name, null, () -> show(panel), open);
    }
  }

  private void show(SidePanels.Panel panel) {
    desk.photos().panelsProperty().set(true);
    views.photos().panels().select(panel);
  }

  private void all(Consumer<Path> action) {
    if (out.all().isEmpty()) {
      out.sayNothingIsThere();
    } else {
      views.chooseFolder(action);
    }
  }

  private void chosen(Consumer<PictureRef> action) {
    PictureRef ref = out.chosen();
    if (ref == null) {
      out.askToChoose();
    } else {
      action.accept(ref);
    }
  }
}
