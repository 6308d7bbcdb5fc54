package dev.polylogue.session;

import dev.polylogue.conversation.Reply;
import java.util.List;

/**
 * A stored answer that was read once more.
 *
 * @param again what came of it; equal to what is stored where nothing could be read
 * @param differences a sentence for each thing that is not as it was, or could not be compared
 */
public record Replayed(Reply stored, Reply again, List<String> differences) {
  public Replayed {
    differences = List.copyOf(differences);
  }

  public boolean isSame() {
    return differences.isEmpty();
  }
}
