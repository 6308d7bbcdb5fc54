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
  private int citations;
  private int retries;
  private int searches;
  private int warnings;
  private int pictures;

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
    List<Snapshot.Retry> fresh = all.subList(retries, all.size());
    retries = all.size();
    return fresh;
  }

  List<Part.Citation> citations(Snapshot snapshot) {
    List<Part.Citation> all = snapshot.content().citations();
    List<Part.Citation> fresh = all.subList(citations, all.size());
    citations = all.size();
    return fresh;
  }

  List<Part.Search> searches(Snapshot snapshot) {
    List<Part.Search> all = snapshot.content().searches();
    List<Part.Search> fresh = all.subList(searches, all.size());
    searches = all.size();
    return fresh;
  }

  List<Part.Picture> pictures(Snapshot snapshot) {
    List<Part.Picture> all = snapshot.content().pictures();
    List<Part.Picture> fresh = all.subList(pictures, all.size());
    pictures = all.size();
    return fresh;
  }

  List<Warning> warnings(Snapshot snapshot) {
    List<Warning> all = snapshot.outcome().warnings();
    List<Warning> fresh = all.subList(warnings, all.size());
    warnings = all.size();
    return fresh;
  }
}
