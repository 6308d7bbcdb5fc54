package dev.polylogue.cli;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Remembers how much of one reply was printed. One thread. */
final class Progress {
  private final List<Integer> printed = new ArrayList<>();
  private final Shown<Part.Citation> citations = new Shown<>();
  private final Shown<Part.Search> searches = new Shown<>();
  private final Shown<Part.Picture> pictures = new Shown<>();
  private final Shown<Warning> warnings = new Shown<>();
  private final Shown<Snapshot.Retry> retries = new Shown<>();

  /** New words of a passage. */
  record Words(Passage.Kind kind, String text) {}

  /** What came since the last call, in order. */
  List<Words> words(Snapshot snapshot) {
    List<Words> fresh = new ArrayList<>();
    List<Passage> passages = snapshot.content().passages();
    for (int i = 0; i < passages.size(); i++) {
      if (i == printed.size()) {
        printed.add(0);
      }
      Passage passage = passages.get(i);
      int from = printed.get(i);
      int to = passage.text().length();
      if (to > from) {
        fresh.add(new Words(passage.kind(), passage.text().subSequence(from, to).toString()));
        printed.set(i, to);
      }
    }
    return fresh;
  }

  /** Waits that began since the last call. */
  List<Snapshot.Retry> retries(List<Snapshot.Retry> all) {
    return retries.fresh(all);
  }

  List<Part.Citation> citations(Snapshot snapshot) {
    return citations.fresh(snapshot.content().citations());
  }

  List<Part.Search> searches(Snapshot snapshot) {
    return searches.fresh(snapshot.content().searches());
  }

  List<Part.Picture> pictures(Snapshot snapshot) {
    return pictures.fresh(snapshot.content().pictures());
  }

  List<Warning> warnings(Snapshot snapshot) {
    return warnings.fresh(snapshot.outcome().warnings());
  }

  /** How many of a list that only grows were printed. */
  private static final class Shown<T> {
    private int count;

    List<T> fresh(List<T> all) {
      List<T> fresh = all.subList(count, all.size());
      count = all.size();
      return fresh;
    }
  }
}
