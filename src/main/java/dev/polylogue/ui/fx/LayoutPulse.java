package dev.polylogue.ui.fx;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Hears of the layouts of whatever window a node comes into. FX thread. */
public final class LayoutPulse {
  private LayoutPulse() {}

  /**
   * Calls the listener before each layout.
   *
   * @param node in no window yet
   */
  public static void before(Node node, Runnable listener) {
    follow(node, listener, Scene::addPreLayoutPulseListener, Scene::removePreLayoutPulseListener);
  }

  /** The same after each layout. */
  public static void after(Node node, Runnable listener) {
    follow(node, listener, Scene::addPostLayoutPulseListener, Scene::removePostLayoutPulseListener);
  }

  private static void follow(
      Node node,
      Runnable listener,
      BiConsumer<Scene, Runnable> add,
      BiConsumer<Scene, Runnable> remove) {
    node.sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (before != null) {
                remove.accept(before, listener);
              }
              if (now != null) {
                add.accept(now, listener);
              }
            });
  }
}
