package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Title;
import dev.polylogue.ui.kit.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of pictures to choose from, by which no two are taken for the same. FX thread. */
final class TileNames {
  private static final int MOST_WORDS = 36;

  private final Map<TileViewModel, String> names = new HashMap<>();

  /**
   * The title, with what was asked for where the same model was asked for different things, and
   * with a number where that is the same too.
   */
  TileNames(List<TileViewModel> tiles, Texts texts) {
    Map<String, List<TileViewModel>> sameTitle = groups(tiles, TileViewModel::title);
    for (TileViewModel tile : tiles) {
      List<TileViewModel> same = sameTitle.getOrDefault(tile.title(), List.of());
      boolean several = same.stream().map(TileViewModel::asked).distinct().count() > 1;
      names.put(tile, several && !tile.asked().isEmpty() ? asked(tile) : tile.title());
    }
    Map<String, Integer> count = new HashMap<>();
    Map<String, List<TileViewModel>> sameName = groups(tiles, this::name);
    for (TileViewModel tile : tiles) {
      String name = name(tile);
      if (sameName.getOrDefault(name, List.of()).size() > 1) {
        names.put(tile, texts.get("photo.numbered", name, count.merge(name, 1, Integer::sum)));
      }
    }
  }

  private static Map<String, List<TileViewModel>> groups(
      List<TileViewModel> tiles, Function<TileViewModel, String> by) {
    return tiles.stream().collect(Collectors.groupingBy(by));
  }

  private static String asked(TileViewModel tile) {
    return tile.title() + " \u00B7 " + Title.bounded(tile.asked(), MOST_WORDS);
  }

  /** Empty for one that was not among them. */
  String name(TileViewModel tile) {
    return names.getOrDefault(tile, "");
  }
}
