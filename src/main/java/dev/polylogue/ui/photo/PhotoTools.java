package dev.polylogue.ui.photo;

import dev.polylogue.session.EditPhoto;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What the view models of photos work with.
 *
 * @param works where work is done
 * @param trouble receives what went wrong and has no place of its own
 */
public record PhotoTools(
    EditPhoto photos,
    PhotoLab lab,
    Works works,
    Texts texts,
    Clock clock,
    Consumer<Exception> trouble) {

  /**
   * Where work is done.
   *
   * @param each every piece on its own
   * @param inOrder one piece after another, for what changes the history
   */
  public record Works(Work each, Work inOrder) {}

  String text(String key, Object... values) {
    return texts.get(key, values);
  }
}
