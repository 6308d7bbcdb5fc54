package dev.polylogue.history;

import dev.polylogue.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;

/** Says in a sentence what is wrong with a database, where it lies and what to do. */
final class Trouble {
  private static final int ERROR = 1;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  /** In bytes: what SQLite's own files take at the least. */
  private static final long LEAST_ROOM = 64 * 1024;

  private final Path file;

  Trouble(Path file) {
    this.file = file;
  }

  /** The codes are SQLite's primary result codes. */
  HistoryException of(SQLException e) {
    if ((e.getErrorCode() & 0xff) == IOERR && isWithoutRoom()) {
      return new HistoryException(Kind.FULL, full().formatted(file), e);
    }
    String sentence =
        switch (e.getErrorCode() & 0xff) {
          case BUSY, LOCKED -> "%s is in use by another program. Close that program and try again.";
          case READONLY -> unwritable();
          case IOERR ->
              "The disk did not read or write %s as it should. Check the disk and its free space,"
                  + " then try again.";
          case CORRUPT -> damaged();
          case FULL -> full();
          case CANTOPEN ->
              "%s can't be opened. Check that you may read and write it and its folder.";
          case NOTADB ->
              "%s is not a Polylogue history: its beginning is damaged, or it belongs to another"
                  + " program. It was not changed. "
                  + ways();
          default -> "%s could not be used: " + quoted(e) + ".";
        };
    return new HistoryException(kind(e), sentence.formatted(file), e);
  }

  /** SQLite does not always say so where its files beside the database find no room. */
  private boolean isWithoutRoom() {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return folder != null && Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether what was read is no sound database, whatever was to be done with it. */
  static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == CORRUPT || code == NOTADB;
  }

  /** Whether a table or index is not there, or the virtual one lacks what it is made of. */
  static boolean isLack(SQLException e) {
    return e.getErrorCode() == ERROR;
  }

  private static Kind kind(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case BUSY, LOCKED -> Kind.IN_USE;
      case READONLY, CANTOPEN -> Kind.UNWRITABLE;
      case FULL -> Kind.FULL;
      case CORRUPT -> Kind.DAMAGED;
      case NOTADB -> Kind.UNRECOGNISED;
      default -> Kind.OTHER;
    };
  }

  HistoryException of(IOException e) {
    boolean denied =
        e instanceof AccessDeniedException
            || (e instanceof FileSystemException f
                && String.valueOf(f.getReason()).contains("Read-only"));
    if (isFull(e)) {
      return new HistoryException(Kind.FULL, full().formatted(file), e);
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return new HistoryException(
          Kind.OTHER,
          "%s is no folder, but a folder is to be there. Move it elsewhere, then try again."
              .formatted(file),
          e);
    }
    String sentence = denied ? unwritable() : "%s can't be used: " + quoted(e) + ".";
    return new HistoryException(denied ? Kind.UNWRITABLE : Kind.OTHER, sentence.formatted(file), e);
  }

  HistoryException of(ReadOnlyFileSystemException e) {
    return new HistoryException(Kind.UNWRITABLE, unwritable().formatted(file), e);
  }

  /** The words are those of the operating system; there is no other way to tell. */
  private static boolean isFull(IOException e) {
    String words = String.valueOf(e.getMessage());
    return words.contains("No space left")
        || words.contains("not enough space")
        || words.contains("quota exceeded");
  }

  HistoryException unreadable(RuntimeException e) {
    return new HistoryException(
        "%s holds something that this version of Polylogue can't read: %s."
            .formatted(file, e.getMessage()),
        e);
  }

  HistoryException damaged(String report) {
    return new HistoryException(
        Kind.DAMAGED, damaged().formatted(file) + " SQLite says: " + report, null);
  }

  /** What is read is not what it should be, though SQLite finds nothing wrong with it. */
  HistoryException unfit(String sentence) {
    return new HistoryException(
        Kind.DAMAGED, "%s: %s It was not changed. %s".formatted(file, sentence, ways()), null);
  }

  HistoryException readOnly() {
    return new HistoryException(Kind.UNWRITABLE, unwritable().formatted(file), null);
  }

  HistoryException onlyForReading(HistoryException why) {
    return new HistoryException(
        why.kind(),
        "The history is open for reading only: nothing was stored. " + why.getMessage(),
        why);
  }

  HistoryException vanished() {
    return new HistoryException(
        Kind.GONE,
        "%s is no longer there: the disk was taken away, or the file was moved or replaced by another program. What you see now is not stored. Put it back, then start Polylogue again."
            .formatted(file),
        null);
  }

  HistoryException othersWork(String wanted) {
    return new HistoryException(
        Kind.IN_USE,
        "%s is in use by another Polylogue. Close it, then %s.".formatted(file, wanted),
        null);
  }

  HistoryException notBroughtUp(int from, int to, Exception e) {
    return new HistoryException(
        "%s could not be brought from schema %d to schema %d that this version needs, and stays as it was: %s Try again, or start the version of Polylogue that you had before."
            .formatted(file, from, to, sentence(e)),
        e);
  }

  private static String sentence(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.endsWith(".") ? words : words + ".";
  }

  HistoryException newer(int found, int known) {
    return new HistoryException(
        Kind.NEWER,
        "%s was made by a newer version of Polylogue (schema %d, this version knows %d). It was not changed. Start the newer version, or name another data folder with --home."
            .formatted(file, found, known),
        null);
  }

  HistoryException foreign() {
    return new HistoryException(
        Kind.FOREIGN,
        ("%s belongs to another program. It was not changed. " + elsewhere()).formatted(file),
        null);
  }

  HistoryException orphanedWal(Path wal) {
    return new HistoryException(
        Kind.MISSING,
        "%s is missing, but its newest changes are still there in %s. Neither was touched. Put the missing file back beside it; or put a backup in its place, or start with an empty history, which both keep %s aside."
            .formatted(file, wal, wal.getFileName()),
        null);
  }

  HistoryException empty() {
    return new HistoryException(
        Kind.MISSING,
        ("%s is empty (0 bytes), although it once held a history: there is nothing in it to"
                + " salvage. It was not changed. "
                + elsewhere())
            .formatted(file),
        null);
  }

  /** Nothing of it can be salvaged. */
  HistoryException lost() {
    return new HistoryException(
        Kind.DAMAGED,
        "Nothing of a Polylogue history can be found in %s any more: the part that says what lies where is gone. It was not changed. %s"
            .formatted(file, elsewhere()),
        null);
  }

  HistoryException none(Path folder) {
    return new HistoryException("There is no history in %s yet.".formatted(folder));
  }

  /** SQLite's library could not be put anywhere it can be loaded from. */
  HistoryException withoutLibrary(Path natives, Exception e) {
    return new HistoryException(
        "The history in %s can't be opened: SQLite's library could be unpacked neither into %s nor into %s. Mostly both disks are full, or programs may not be run from there. Nothing was changed. Make room on one of them, then try again."
            .formatted(
                file.toAbsolutePath().getParent(), natives, System.getProperty("java.io.tmpdir")),
        e);
  }

  HistoryException closed() {
    return new HistoryException("%s was closed.".formatted(file));
  }

  /** Fit to stand in a format. The message of a file error without a reason is only its path. */
  private static String quoted(Exception e) {
    boolean bare = e instanceof FileSystemException f && f.getReason() == null;
    return (bare ? e.toString() : String.valueOf(e.getMessage())).replace("%", "%%");
  }

  private static String unwritable() {
    return "%s can't be written: the file or its folder is read-only. Allow writing there, or name"
        + " another data folder with --home.";
  }

  private static String full() {
    return "The disk is full: nothing more could be stored in %s. Make room on that disk and try"
        + " again.";
  }

  private static String damaged() {
    return "%s is damaged: some of it can't be read. It was not changed. " + ways();
  }

  private static String ways() {
    return "Put a backup in its place, or save what can still be read into a new history; what is"
        + " replaced is kept aside.";
  }

  private static String elsewhere() {
    return "Put a backup or another good copy in its place, or start with an empty history; what is"
        + " replaced is kept aside.";
  }
}
