package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import dev.polylogue.transfer.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From when to when a conversation was led. What its source does not tell is taken from what it
 * does: its messages, or else the time of its last change, or else that of the import.
 */
record Moments(Instant created, Instant updated) {
  static Moments of(
      JsonNode created, JsonNode updated, List<Speech> speeches, Receiver receiver, Notes notes) {
    Instant first = null;
    Instant last = null;
    for (Speech speech : speeches) {
      Instant at = speech.of().at();
      if (at != null) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }
    Instant changed = Nodes.moment(updated);
    Instant begun = Nodes.moment(created);
    if (begun == null) {
      begun = known(first, changed);
      notes.add(Report.TIME_MADE_UP);
    }
    Instant from = begun == null ? receiver.arrival() : begun;
    Instant to = known(changed, last);
    return new Moments(from, to == null ? from : to);
  }

  private static @Nullable Instant known(@Nullable Instant best, @Nullable Instant otherwise) {
    return best == null ? otherwise : best;
  }
}
