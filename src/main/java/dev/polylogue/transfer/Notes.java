package dev.polylogue.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** What is to be said of one conversation on its way in. One thread. */
public final class Notes {
  private String conversation;
  private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private int found;
  private int missing;

  /**
   * @param conversation its title, or whatever else it can be told by
   */
  public Notes(String conversation) {
    this.conversation = conversation;
  }

  /**
   * Something that did not come in, or not as it was.
   *
   * @param what a few words, such as {@code "voice recordings were left out"}
   */
  public void add(String what) {
    add(what, 1);
  }

  /** The same of so many things; says nothing of none. */
  public void add(String what, int times) {
    if (times > 0) {
      counts.merge(what, times, Integer::sum);
    }
  }

  /** A picture or file that was there. */
  public void foundFile() {
    found++;
  }

  /** A picture or file that was named, but was not there. */
  public void missedFile(String what) {
    found++;
    missing++;
    add(what);
  }

  /** A turn that says the question of another one again, since each has an answer of its own. */
  public void repeats(String turn) {
    repeated.add(turn);
    add("questions stand once for each of their answers, since the talk went on after one of many");
  }

  /** Whether a turn is told of here, but not in the file. */
  public boolean isRepeated(String turn) {
    return repeated.contains(turn);
  }

  /** The same under a title that became known later. */
  public Notes called(String title) {
    conversation = title;
    return this;
  }

  int filesFound() {
    return found;
  }

  int filesMissing() {
    return missing;
  }

  List<Report.Note> all() {
    List<Report.Note> all = new ArrayList<>();
    counts.forEach((what, count) -> all.add(new Report.Note(conversation, what, count)));
    return all;
  }
}
