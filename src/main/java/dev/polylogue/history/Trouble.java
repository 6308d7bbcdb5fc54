package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;

/** Says in a sentence what is wrong with a database, where it lies and what to do. */
final class Trouble {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private final Path file;

  Trouble(Path file) {
    this.file = file;
  }

  /** The codes are SQLite's primary result codes. */
  HistoryException of(SQLException e) {
    String sentence =
        switch (e.getErrorCode() & 0xff) {
          case BUSY, LOCKED -> "%s is in use by another program. Close that program and try again.";
          case READONLY -> unwritable();
          case IOERR ->
              "The disk did not read or write %s as it should. Check the disk and its free space, then"
                  + " try again.";
          case CORRUPT -> damaged();
          case FULL ->
              "The disk is full: nothing more could be stored in %s. Make room on that disk and try"
                  + " again.";
          case CANTOPEN ->
              "%s can't be opened. Check that you may read and write it and its folder.";
          case NOTADB ->
              "%s is not a Polylogue history: it is damaged or belongs to another program. It was not"
                  + " changed. "
                  + elsewhere();
          default -> "%s could not be used: " + quoted(e) + ".";
        };
    return new HistoryException(sentence.formatted(file), e);
  }

  HistoryException of(IOException e) {
    boolean denied =
        e instanceof AccessDeniedException
            || (e instanceof FileSystemException f
                && String.valueOf(f.getReason()).contains("Read-only"));
    String sentence = denied ? unwritable() : "%s can't be used: " + quoted(e) + ".";
    return new HistoryException(sentence.formatted(file), e);
  }

  HistoryException of(ReadOnlyFileSystemException e) {
    return new HistoryException(unwritable().formatted(file), e);
  }

  HistoryException unreadable(RuntimeException e) {
    return new HistoryException(
        "%s holds something that this version of Polylogue can't read: %s."
            .formatted(file, e.getMessage()),
        e);
  }

  HistoryException damaged(String report) {
    return new HistoryException(damaged().formatted(file) + " SQLite says: " + report);
  }

  HistoryException readOnly() {
    return new HistoryException(unwritable().formatted(file));
  }

  HistoryException newer(int found, int known) {
    return new HistoryException(
        "%s was made by a newer version of Polylogue (schema %d, this version knows %d). It was not changed. Start the newer version, or name another data folder with --home."
            .formatted(file, found, known));
  }

  HistoryException foreign() {
    return new HistoryException(
        ("%s belongs to another program. It was not changed. " + elsewhere()).formatted(file));
  }

  HistoryException orphanedWal(Path wal) {
    return new HistoryException(
        "%s is missing, but its newest changes are still there in %s. Neither was touched. Put the missing file back beside it, or move %s away to start with an empty history."
            .formatted(file, wal, wal.getFileName()));
  }

  HistoryException empty() {
    return new HistoryException(
        ("%s is empty (0 bytes), although it once held a history. It was not changed. "
                + elsewhere())
            .formatted(file));
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

  private static String damaged() {
    return "%s is damaged. It was not changed. " + elsewhere();
  }

  private static String elsewhere() {
    return "Put a good copy in its place, or move it and the files beside it whose names begin alike"
        + " somewhere else to start with an empty history.";
  }
}
