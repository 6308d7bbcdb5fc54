package dev.polylogue.transfer;

import dev.polylogue.conversation.Facts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what comes in. One thread. */
public final class Tally {
  /** What became of a conversation. */
  public enum Fate {
    ADDED,
    EXTENDED,
    UNCHANGED,
    FAILED
  }

  private static final String UNKNOWN = "Unknown export";

  private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
  private final List<Report.Note> notes = new ArrayList<>();
  private String source = UNKNOWN;
  private boolean isOrdered;
  private int messages;
  private int added;
  private int branches;
  private int alternatives;
  private int files;
  private int missing;

  /**
   * What the file is.
   *
   * @param ordered whether its conversations come in the order of their use, whatever their times
   */
  public void source(String words, boolean ordered) {
    source = words;
    isOrdered = ordered;
  }

  /** The same of a file that holds nothing, unless another one tells. */
  public void presume(String words) {
    source = source.equals(UNKNOWN) ? words : source;
  }

  public boolean isOrdered() {
    return isOrdered;
  }

  public void count(Fate fate) {
    fates.merge(fate, 1, Integer::sum);
  }

  public void addedMessages(int count) {
    added += count;
  }

  /**
   * Counts what a conversation consists of, whatever becomes of it.
   *
   * @param notes which of its questions are told twice here; those count once
   */
  public void count(Facts comparison, Notes notes) {
    List<Facts> replies = comparison.list("replies");
    messages += (int) replies.stream().filter(Tally::saysSomething).count();
    messages += questions(comparison, notes).size();
    Set<String> places = new HashSet<>();
    for (Facts turn : comparison.list("turns")) {
      if (isRepeated(turn, notes)) {
        alternatives++;
      } else {
        branches += places.add(turn.text("parent").orElse("")) ? 0 : 1;
      }
    }
    Set<String> answers = new HashSet<>();
    for (Facts reply : replies) {
      String place = reply.text("pane").orElse("") + " " + reply.text("turn").orElse("");
      alternatives += answers.add(place) ? 0 : 1;
    }
  }

  private static boolean isRepeated(Facts turn, Notes notes) {
    return notes.isRepeated(turn.text("id").orElse(""));
  }

  /** Made up for others to hang on otherwise. */
  private static boolean saysSomething(Facts message) {
    return !message.list("parts").isEmpty();
  }

  /**
   * The turns in which something was asked.
   *
   * @param notes which of them are told twice here; those count once
   */
  public static List<Facts> questions(Facts comparison, Notes notes) {
    return comparison.list("turns").stream()
        .filter(turn -> saysSomething(turn) && !isRepeated(turn, notes))
        .toList();
  }

  public void add(Notes said) {
    files += said.filesFound();
    missing += said.filesMissing();
    notes.addAll(said.all());
  }

  /**
   * @param ending empty when the file was read to its end; else why not
   */
  public Report report(String ending) {
    int found = fates.values().stream().mapToInt(Integer::intValue).sum();
    return new Report(
        source,
        new Report.Conversations(
            found, of(Fate.ADDED), of(Fate.EXTENDED), of(Fate.UNCHANGED), of(Fate.FAILED)),
        new Report.Messages(messages, added, branches, alternatives),
        new Report.Attachments(files, files - missing, missing),
        notes,
        ending);
  }

  private int of(Fate fate) {
    return fates.getOrDefault(fate, 0);
  }
}
