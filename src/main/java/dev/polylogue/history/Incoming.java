package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The pictures and files of a history that comes in: inside its file, or in the folder {@code
 * blobs} beside it. Each is believed by its hash only.
 */
final class Incoming {
  private final Db db;
  private final BlobStore beside;
  private final BlobStore here;

  Incoming(Path file, Db db, BlobStore here) {
    this.db = db;
    this.beside = new BlobStore(DataFolder.asItIs(file.resolveSibling(".").normalize()));
    this.here = here;
  }

  /** How many of them are neither here nor there; nothing is read but names. */
  int missing() throws SQLException {
    int missing = 0;
    for (String sha256 : Contents.blobs(db)) {
      if (!here.has(sha256) && !beside.has(sha256) && Carried.bytes(db, sha256) == null) {
        missing++;
      }
    }
    return missing;
  }

  /**
   * Stores them here.
   *
   * @return how many were not found whole
   */
  int take() throws SQLException, HistoryException {
    int missing = 0;
    for (String sha256 : Contents.blobs(db)) {
      if (!here.isWhole(sha256) && !carry(sha256) && !beside.copy(sha256, here)) {
        missing++;
      }
    }
    return missing;
  }

  private boolean carry(String sha256) throws SQLException, HistoryException {
    byte[] bytes = Carried.bytes(db, sha256);
    return bytes != null && here.keep(Bytes.owning(bytes), "", "").sha256().equals(sha256);
  }
}
