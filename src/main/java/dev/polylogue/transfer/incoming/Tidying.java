package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a tree of what hangs together in other ways, so that nothing said in it is lost. */
final class Tidying {
  private final SequencedMap<String, Speech> byId = new LinkedHashMap<>();
  private final Set<String> safe = new HashSet<>();
  private final Notes notes;

  private Tidying(Notes notes) {
    this.notes = notes;
  }

  /** The same speeches; each with an identifier of its own, and none that follows itself. */
  static Talk of(Talk talk, Notes notes) {
    Tidying tidying = new Tidying(notes);
    talk.speeches().forEach(tidying::name);
    List.copyOf(tidying.byId.keySet()).forEach(tidying::cut);
    return new Talk(
        talk.source(), talk.id(), talk.heading(), List.copyOf(tidying.byId.values()), talk.last());
  }

  private void name(Speech speech) {
    String id = speech.id();
    while (byId.containsKey(id)) {
      id += " again";
    }
    if (!id.equals(speech.id())) {
      notes.add("messages had the identifier of another one and were given one of their own");
    }
    byId.put(id, new Speech(id, speech.parent(), speech.role(), speech.parts(), speech.of()));
  }

  /**
   * Goes up until it is known to end; where it does not, the first question becomes a beginning.
   */
  private void cut(String from) {
    SequencedSet<String> path = new LinkedHashSet<>();
    String at = from;
    while (at != null && !safe.contains(at) && path.add(at)) {
      at = parent(at);
    }
    if (at != null && !safe.contains(at)) {
      begin(circle(path, at));
    }
    safe.addAll(path);
  }

  private @Nullable String parent(String id) {
    Speech speech = byId.get(id);
    return speech == null ? null : speech.parent();
  }

  private static List<String> circle(SequencedSet<String> path, String entry) {
    List<String> all = new ArrayList<>(path);
    return all.subList(all.indexOf(entry), all.size()).reversed();
  }

  private boolean asks(String id) {
    Speech speech = byId.get(id);
    return speech != null && speech.role() == Speech.Role.USER;
  }

  private void begin(List<String> circle) {
    String first = circle.stream().filter(this::asks).findFirst().orElse(circle.getFirst());
    notes.add("messages hung together in a circle, which was cut");
    byId.computeIfPresent(
        first, (id, one) -> new Speech(id, null, one.role(), one.parts(), one.of()));
  }
}
