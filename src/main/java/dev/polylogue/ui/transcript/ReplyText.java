package dev.polylogue.ui.transcript;

import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;

/** The words of a reply. Any thread. */
public final class ReplyText {
  private ReplyText() {}

  /** The answer as it was written, without what was thought; what would deceive made visible. */
  public static String markdown(Snapshot reply) {
    StringBuilder words = new StringBuilder();
    for (Passage passage : reply.content().passages()) {
      if (passage.kind() == Passage.Kind.TEXT) {
        words.append(words.isEmpty() ? "" : "\n\n").append(passage.text());
      }
    }
    return Hygiene.visible(words.toString());
  }
}
