package dev.polylogue.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Something about a history that is not as it should be.
 *
 * @param sentence for people
 * @param files what it is about, where it is about files
 */
public record Finding(Kind kind, String sentence, List<Path> files) {

  /** What it is, and with it what can be done. */
  public enum Kind {
    /** The log beside the database, of which the sentence says what can be done. */
    LOG,
    /** Pages of the database: a backup is restored, or what can be read is salvaged. */
    DATABASE,
    /**
     * Tables and values that are not what they should be, on pages that are whole, and words that
     * belong to nothing: the same.
     */
    UNREADABLE,
    /** Views and indexes of the tables, of which the program knows all; they can be made anew. */
    SCHEMA,
    /** When something was asked or used last; others tell it well enough. */
    DATE,
    /** Rows that refer to nothing and hold no words; they can be removed. */
    ORPHAN_ROW,
    /** Which of several wordings or answers is in use, and their order; it can be chosen anew. */
    ALTERNATIVES,
    /** Rows that nothing leads to; they stay, and say where to look. */
    UNREACHABLE_ROW,
    /** The index for searching; it can be made anew from the messages. */
    INDEX,
    /**
     * Words that are gone or were changed, which only the index for searching knows: a backup is
     * restored, or the rest is salvaged. Until then the index is not made anew.
     */
    LOST_WORDS,
    /** A picture or file that is gone, and lies in no backup beside the history. */
    MISSING_BLOB,
    /** One that is not what it was, or not what the rows say; the same. */
    CHANGED_BLOB,
    /** One that is gone or not what it was, and lies whole in a backup; it can be fetched. */
    SPARE_BLOB,
    /** A file that nothing refers to; it can be put aside. */
    ORPHAN_BLOB,
    /** What a program was writing when it died; it can be put aside. */
    LEFTOVER;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    files = List.copyOf(files);
  }

  Finding(Kind kind, String sentence) {
    this(kind, sentence, List.of());
  }
}
