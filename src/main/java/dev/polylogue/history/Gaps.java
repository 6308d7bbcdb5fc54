package dev.polylogue.history;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.MissingFile;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a message that is here lacks, and what comes now: files that were missing when it came in,
 * and words that were lost since, take the places that were left for them. Nothing else of it
 * changes.
 */
final class Gaps {
  private final Db db;
  private final KeptWriter writer;
  private final Before before;

  /** Called before a part changes. */
  @FunctionalInterface
  interface Before {
    void change() throws SQLException;
  }

  /** A part that is here. */
  private record Part(long position, String kind, String text) {
    boolean isGap() {
      return kind.equals("text") && MissingFile.isToldBy(text);
    }

    /** Blank lines between paragraphs depend on what stands before. */
    boolean isSame(Facts coming) {
      return kind.equals(coming.text("kind").orElse("")) && text.strip().equals(words(coming));
    }
  }

  Gaps(Db db, KeptWriter writer, Before before) {
    this.db = db;
    this.writer = writer;
    this.before = before;
  }

  /**
   * @param kept the parts of prompts or of answers
   * @param owner whose
   * @param coming all parts of the same message as they come now
   * @return how many files took their places
   */
  int fill(Kept kept, String owner, List<Facts> coming) throws SQLException {
    if (coming.stream().noneMatch(Gaps::isFile)) {
      return 0;
    }
    List<Part> here = parts(kept, owner);
    if (!fits(here, coming)) {
      return 0;
    }
    int filled = 0;
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).isGap() && isFile(coming.get(i))) {
        put(kept, owner, here.get(i).position, coming.get(i));
        filled++;
      }
    }
    return filled;
  }

  /** Whether a message says nothing, or some of its parts are gone from among the others. */
  boolean isHollow(Kept kept, String owner) throws SQLException {
    List<Part> here = parts(kept, owner);
    return (here.isEmpty() || here.getLast().position >= here.size()) && !isComing(kept, owner);
  }

  /** The same, or whether a salvage wrote in its place that its words are lost. */
  boolean areWordsGone(Kept kept, String owner) throws SQLException {
    return isHollow(kept, owner) || isSilent(parts(kept, owner)) && !isComing(kept, owner);
  }

  /** What is being answered becomes parts when it ends. */
  boolean isComing(Kept kept, String owner) throws SQLException {
    return kept == Kept.REPLY_PART
        && db.has(
            "SELECT 1 FROM reply WHERE id = ?1 AND "
                + ReplyRows.LIVE
                + " UNION ALL SELECT 1 FROM reply_words WHERE reply = ?1",
            owner);
  }

  private static boolean isSilent(List<Part> here) {
    return here.stream().allMatch(part -> Remnants.isToldBy(part.text));
  }

  /**
   * Puts those in that are not here, if the rest is the same.
   *
   * @param coming all parts of the same message as they were
   * @return whether there were any
   */
  boolean bringBack(Kept kept, String owner, List<Facts> coming) throws SQLException {
    List<Part> here = parts(kept, owner);
    if (coming.stream().allMatch(part -> Remnants.isToldBy(words(part)))) {
      return false;
    }
    if (isSilent(here)) {
      here = List.of();
    }
    Set<Long> held = new HashSet<>();
    for (Part part : here) {
      if (part.position >= coming.size() || !part.isSame(coming.get((int) part.position))) {
        return false;
      }
      held.add(part.position);
    }
    if (held.size() >= coming.size()) {
      return false;
    }
    before.change();
    if (here.isEmpty()) {
      db.run("DELETE FROM %s WHERE %s = ?".formatted(kept.table, kept.owner), owner);
    }
    for (int i = 0; i < coming.size(); i++) {
      if (!held.contains((long) i)) {
        insert(kept, owner, i, coming.get(i));
      }
    }
    return true;
  }

  private List<Part> parts(Kept kept, String owner) throws SQLException {
    return db.list(
        "SELECT position, kind, text FROM %s WHERE %s = ? ORDER BY position"
            .formatted(kept.table, kept.owner),
        row -> new Part(row.whole("position"), row.text("kind"), row.text("text")),
        owner);
  }

  /** Whether both are the same message, but for files that one of them lacks. */
  private static boolean fits(List<Part> here, List<Facts> coming) {
    if (here.size() != coming.size()) {
      return false;
    }
    for (int i = 0; i < here.size(); i++) {
      boolean lacking = here.get(i).isGap() || MissingFile.isToldBy(words(coming.get(i)));
      if (!lacking && !here.get(i).isSame(coming.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void put(Kept kept, String owner, long position, Facts file) throws SQLException {
    before.change();
    db.run(
        "DELETE FROM %s WHERE %s = ? AND position = ?".formatted(kept.table, kept.owner),
        owner,
        position);
    insert(kept, owner, position, file);
  }

  private void insert(Kept kept, String owner, long position, Facts part) throws SQLException {
    writer.insert(
        kept,
        part,
        new KeptWriter.Given(kept.owner, owner),
        new KeptWriter.Given("position", position));
  }

  private static boolean isFile(Facts part) {
    return part.text("blob").isPresent();
  }

  private static String words(Facts part) {
    return Db.wellFormed(part.text("text").orElse("")).strip();
  }
}
