package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;

/**
 * What a pane is called on screen; {@link PaneViewModel#faceProperty} gives it.
 *
 * @param provider empty where nobody is to know it
 * @param whole the full name, for tooltips and for those who listen
 */
public record PaneFace(String provider, String model, String whole) {
  static PaneFace of(ModelRef ref) {
    return new PaneFace(ref.provider(), ref.model(), ref.toString());
  }

  static PaneFace of(Disguise worn) {
    return new PaneFace("", worn.letter(), worn.letter());
  }
}
