package dev.polylogue.app;

import dev.polylogue.photo.Area;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.photo.MaskViewModel;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.TileViewModel;
import dev.polylogue.ui.shell.ShellViewModel.Page;
import java.util.List;
import java.util.function.Consumer;

/** The part of the tour that edits the sample photo on models of the sandbox. */
final class PhotoLooks {
  private static final long RESULTS_MILLIS = 60_000;

  private static final int LEAST_FACTS = 4;

  private final Guide guide;

  PhotoLooks(Guide guide) {
    this.guide = guide;
  }

  /**
   * @param scene is told the name of each scene before it begins
   */
  void run(Consumer<String> scene) throws Exception {
    scene.accept("30-photo");
    guide.act(desk -> desk.shell().pageProperty().set(Page.IMAGES));
    guide.await(
        "the sample photo is there", desk -> desk.photos().photo().mask().sizeOrNull() != null);
    guide.await(
        "models of the sandbox stand ready",
        desk -> !desk.photos().photo().compose().models().isEmpty());
    guide.picture("30-photo");
    scene.accept("31-photo-tiles");
    edit();
    guide.picture("31-photo-tiles");
    scene.accept("32-photo-mask");
    mask();
    edit();
    guide.picture("32-photo-mask");
    scene.accept("33-photo-heat-map");
    show(PhotoViewModel.Mode.HEAT);
    guide.picture("33-photo-heat-map");
    scene.accept("34-photo-wipe");
    show(PhotoViewModel.Mode.WIPE);
    guide.picture("34-photo-wipe");
    show(PhotoViewModel.Mode.TILES);
    around(scene);
    guide.act(desk -> desk.shell().pageProperty().set(Page.CHAT));
  }

  /** What stands beside the tiles. */
  private void around(Consumer<String> scene) throws Exception {
    scene.accept("35-photo-tree");
    guide.act(desk -> result(desk.photos().photo(), 1));
    guide.press("photo.star");
    guide.press("photo.use");
    guide.act(
        desk -> {
          desk.photos().photo().mask().clear();
          desk.photos().photo().compose().instructionProperty().set("Make it black and white");
        });
    edit();
    guide.act(desk -> result(desk.photos().photo(), 2));
    guide.picture("35-photo-tree");
    scene.accept("36-photo-recipe");
    guide.press("photo.panel.recipe");
    guide.await(
        "it is known what was sent",
        desk -> desk.photos().studio().recipe().facts().size() > LEAST_FACTS);
    guide.picture("36-photo-recipe");
    scene.accept("37-photo-leaves");
    guide.press("photo.original");
    guide.press("photo.panel.leaves");
    guide.await(
        "it was measured what leaves", desk -> desk.photos().studio().leaves().facts().size() > 2);
    guide.picture("37-photo-leaves");
    guide.press("photo.panel.tree");
  }

  private static void result(PhotoViewModel photo, int tile) {
    photo.currentProperty().set(photo.tiles().get(tile));
  }

  private void edit() throws Exception {
    guide.press("photo.edit");
    guide.await("the models are asked", desk -> desk.photos().photo().liveProperty().get());
    guide.await(
        "every result was compared with its source",
        desk -> isCompared(desk.photos().photo()),
        RESULTS_MILLIS);
  }

  private static boolean isCompared(PhotoViewModel photo) {
    List<TileViewModel> tiles = photo.tiles();
    return !photo.liveProperty().get()
        && tiles.size() > 1
        && tiles.subList(1, tiles.size()).stream()
            .allMatch(tile -> tile.changeProperty().get() != null);
  }

  /** The sky, and a stroke of the brush below it. */
  private void mask() throws Exception {
    guide.act(
        desk -> {
          MaskViewModel mask = desk.photos().photo().mask();
          Size size = mask.sizeOrNull();
          if (size != null) {
            int wide = size.width();
            int tall = size.height();
            mask.rectangle(new Area(0, 0, wide, tall * 45 / 100), false);
            mask.toolProperty().set(MaskViewModel.Tool.BRUSH);
            mask.paint(wide * 0.1, tall * 0.5);
            mask.paint(wide * 0.4, tall * 0.52);
            mask.end();
          }
        });
  }

  private void show(PhotoViewModel.Mode mode) throws Exception {
    guide.act(desk -> desk.photos().photo().modeProperty().set(mode));
  }
}
