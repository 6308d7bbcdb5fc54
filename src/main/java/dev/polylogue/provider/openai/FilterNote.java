package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/** Remembers which categories of a content filter stopped an answer, to name them at its end. */
final class FilterNote {
  private final String host;
  private final SequencedSet<String> categories = new LinkedHashSet<>();

  /**
   * @param host as named in messages
   */
  FilterNote(String host) {
    this.host = host;
  }

  void add(List<String> stopped) {
    categories.addAll(stopped);
  }

  void handOut(Consumer<ChatEvent> out) {
    if (!categories.isEmpty()) {
      String sentence =
          "The content filter of %s stopped the answer: %s."
              .formatted(host, String.join(", ", categories));
      out.accept(new ChatEvent.Warned(new Warning("", sentence)));
    }
  }
}
