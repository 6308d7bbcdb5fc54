package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.ui.photo.Deletions;
import dev.polylogue.ui.photo.MaskViewModel;
import dev.polylogue.ui.photo.PhotoPage;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.TileViewModel;
import dev.polylogue.ui.photo.TreeViewModel;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.Property;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Photos: taken in, edited, masked, looked at. Their keys hold in the Images workspace only. */
final class PhotoCommands {
  /** What only the views can do. */
  interface Views {
    PhotoPage photos();
  }

  private static final double NEARER = 1.25;

  private final CommandGroup group;
  private final PhotoDesk desk;
  private final PhotoViewModel photo;
  private final Views views;
  private final BooleanBinding here;
  private final BooleanBinding open;

  private PhotoCommands(CommandGroup group, Desk desk, Views views) {
    this.group = group;
    this.desk = desk.photos();
    this.photo = desk.photos().photo();
    this.views = views;
    here = desk.shell().pageProperty().isEqualTo(ShellViewModel.Page.IMAGES);
    open = here.and(photo.sessionProperty().isNotNull());
  }

  static void add(CommandGroup group, Desk desk, Views views) {
    PhotoCommands commands = new PhotoCommands(group, desk, views);
    commands.intake();
    commands.editing();
    commands.looking();
    commands.results();
    commands.masking();
  }

  private void add(String id, @Nullable KeyCombination keys, Runnable action) {
    group.add("photo." + id, "command.photo." + id, keys, action, open);
  }

  private void mask(String id, @Nullable KeyCombination keys, Runnable action) {
    group.add("photo.mask." + id, "command.photo.mask." + id, keys, action, open);
  }

  private void intake() {
    group.add(
        "photo.open",
        "command.photo.open",
        keys(KeyCode.O, CTRL),
        () -> views.photos().choose(),
        here);
    group.add(
        "photo.paste",
        "command.photo.paste",
        keys(KeyCode.V, CTRL),
        () -> views.photos().paste(),
        here);
    group.add("photo.sample", "command.photo.sample", null, desk::trySample, here);
  }

  private void editing() {
    BooleanBinding ready =
        open.and(photo.compose().writtenProperty())
            .and(Bindings.isNotEmpty(photo.compose().models()))
            .and(photo.preparingProperty().not());
    group.add("photo.edit", "command.photo.edit", keys(KeyCode.ENTER, CTRL), photo::edit, ready);
    group.add(
        "photo.stop",
        "command.photo.stop",
        keys(KeyCode.ESCAPE),
        photo::stop,
        open.and(photo.awaitedProperty().or(photo.preparingProperty())));
    group.add(
        "photo.stopAll",
        "command.photo.stopAll",
        null,
        photo::stopAll,
        open.and(photo.liveProperty().or(photo.preparingProperty())));
    // What was opened over the pictures is closed before anything is stopped.
    BooleanBinding plain =
        photo
            .mask()
            .toolProperty()
            .isEqualTo(MaskViewModel.Tool.HAND)
            .and(photo.modeProperty().isEqualTo(PhotoViewModel.Mode.TILES))
            .and(photo.aloneProperty().not());
    group.add(
        "photo.back",
        "command.photo.back",
        keys(KeyCode.ESCAPE),
        photo::back,
        open.and(plain.not()));
    add("models", keys(KeyCode.T, CTRL), () -> views.photos().chooseModels());
    add("compose", keys(KeyCode.L, CTRL), () -> views.photos().focusText());
    add("panels", keys(KeyCode.I, CTRL), () -> toggle(desk.panelsProperty()));
    add("stepBefore", keys(KeyCode.PAGE_UP), () -> photo.step(-1));
    add("stepAfter", keys(KeyCode.PAGE_DOWN), () -> photo.step(1));
  }

  private void looking() {
    for (PhotoViewModel.Mode mode : PhotoViewModel.Mode.values()) {
      KeyCode key =
          switch (mode) {
            case TILES -> KeyCode.T;
            case WIPE -> KeyCode.W;
            case HEAT -> KeyCode.D;
          };
      String name = mode.name().toLowerCase(java.util.Locale.ROOT);
      group.add(
          "photo.mode." + name,
          "command.photo.mode." + name,
          keys(key),
          () -> photo.modeProperty().set(mode),
          open);
    }
    add("zoomIn", keys(KeyCode.PLUS), () -> views.photos().zoom(NEARER));
    add("zoomOut", keys(KeyCode.MINUS), () -> views.photos().zoom(1 / NEARER));
    add("zoomFit", keys(KeyCode.DIGIT0), () -> views.photos().zoom(0));
    add("zoomPixels", keys(KeyCode.DIGIT1), () -> views.photos().zoomToPixels());
    add("alone", keys(KeyCode.ENTER), () -> toggle(photo.aloneProperty()));
    add("tileBefore", keys(KeyCode.LEFT, SHIFT), () -> photo.next(-1));
    add("tileAfter", keys(KeyCode.RIGHT, SHIFT), () -> photo.next(1));
  }

  private void results() {
    add("star", keys(KeyCode.S), () -> current(photo::star));
    add("use", keys(KeyCode.U), () -> current(tile -> photo.use(tile.ref())));
    add("original", keys(KeyCode.O), () -> photo.use(null));
    add("again", keys(KeyCode.R, CTRL), () -> current(photo::retry));
    group.add(
        "photo.cancel",
        "command.photo.cancel",
        keys(KeyCode.X),
        () -> current(photo::stop),
        open.and(photo.awaitedProperty()));
    add(
        "trash",
        keys(KeyCode.DELETE),
        () -> current(tile -> desk.studio().tree().trash(tile.ref())));
    TreeViewModel tree = desk.studio().tree();
    group.add(
        "photo.putBack",
        "command.photo.putBack",
        null,
        tree::putBack,
        open.and(Bindings.createBooleanBinding(tree::isGoneChosen, tree.currentProperty())));
    add("showTrash", null, () -> toggle(tree.withTrashProperty()));
  }

  private void masking() {
    MaskViewModel mask = photo.mask();
    for (MaskViewModel.Tool tool : MaskViewModel.Tool.values()) {
      KeyCode key =
          switch (tool) {
            case HAND -> KeyCode.H;
            case BRUSH -> KeyCode.B;
            case ERASER -> KeyCode.E;
            case RECTANGLE -> KeyCode.R;
          };
      String name = tool.name().toLowerCase(java.util.Locale.ROOT);
      group.add(
          "photo.tool." + name,
          "command.photo.tool." + name,
          keys(key),
          () -> mask.toolProperty().set(tool),
          open);
    }
    mask("wider", keys(KeyCode.CLOSE_BRACKET), () -> mask.resize(true));
    mask("narrower", keys(KeyCode.OPEN_BRACKET), () -> mask.resize(false));
    mask("invert", keys(KeyCode.I), mask::invert);
    mask("clear", keys(KeyCode.BACK_SPACE), mask::clear);
    group.add(
        "photo.mask.undo",
        "command.photo.mask.undo",
        keys(KeyCode.Z, CTRL),
        mask::undo,
        open.and(mask.undoableProperty()));
    group.add(
        "photo.mask.redo",
        "command.photo.mask.redo",
        keys(KeyCode.Z, CTRL, SHIFT),
        mask::redo,
        open.and(mask.redoableProperty()));
    // The last one that can be done now is meant: strokes that were drawn since come first.
    Deletions deletions = desk.studio().news().deletions();
    group.add(
        "photo.undo",
        "command.photo.undo",
        keys(KeyCode.Z, CTRL),
        deletions::undo,
        here.and(deletions.nextProperty()));
    mask("open", null, () -> views.photos().chooseMask(desk::openMask));
    mask("step", null, desk::takeStepMask);
    mask("show", keys(KeyCode.Q), () -> toggle(mask.visibleProperty()));
  }

  private void current(Consumer<TileViewModel> action) {
    TileViewModel now = photo.currentProperty().get();
    if (now != null) {
      action.accept(now);
    }
  }

  private static void toggle(Property<Boolean> property) {
    property.setValue(!property.getValue());
  }
}
