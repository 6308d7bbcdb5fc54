package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files that went out of use. They are written down together with the rows that go, so that not
 * even a crash leaves a file behind that nobody knows of.
 */
final class SpentBlobs {
  private static final String OF_COMPARISON =
      """
      SELECT turn_part.blob FROM turn JOIN turn_part ON turn_part.turn = turn.id
      WHERE turn.comparison = ?1 AND turn_part.blob IS NOT NULL
      UNION
      SELECT reply_part.blob FROM pane
      JOIN reply ON reply.pane = pane.id JOIN reply_part ON reply_part.reply = reply.id
      WHERE pane.comparison = ?1 AND reply_part.blob IS NOT NULL
      UNION
      SELECT photo.blob FROM photo WHERE photo.comparison = ?1
      UNION
      SELECT edit_step.mask FROM turn JOIN edit_step ON edit_step.turn = turn.id
      WHERE turn.comparison = ?1 AND edit_step.mask IS NOT NULL
      """;

  private final Db db;

  SpentBlobs(Db db) {
    this.db = db;
  }

  /** Writes down what a comparison that is about to be forgotten refers to. */
  void note(UUID comparison) throws SQLException {
    db.run("INSERT OR IGNORE INTO spent_blob (blob) " + OF_COMPARISON, comparison);
  }

  /** The files that some comparisons refer to. */
  Set<String> of(Collection<UUID> comparisons) throws SQLException {
    Set<String> files = new HashSet<>();
    for (UUID comparison : comparisons) {
      db.each(OF_COMPARISON, row -> files.add(row.text("blob")), comparison);
    }
    return files;
  }

  void note(Blob blob) throws SQLException {
    db.run("INSERT OR IGNORE INTO spent_blob (blob) VALUES (?)", blob.sha256());
  }

  /** Writes down those of some files that nothing refers to. */
  void noteUnused(Collection<Blob> some) throws SQLException {
    for (Blob blob : some) {
      note(blob);
    }
    strikeUsed();
  }

  boolean any() throws SQLException {
    return db.has("SELECT 1 FROM spent_blob LIMIT 1");
  }

  /**
   * Removes the files that nothing refers to and that were not kept anew since.
   *
   * @param alone whether only this program may have
   */
  void sweep(BlobStore blobs, Instant settled, boolean alone)
      throws SQLException, HistoryException {
    strikeUsed();
    for (String blob : db.list("SELECT blob FROM spent_blob", row -> row.text("blob"))) {
      if (blobs.remove(blob, settled, alone)) {
        db.run("DELETE FROM spent_blob WHERE blob = ?", blob);
      }
    }
  }

  private void strikeUsed() throws SQLException {
    db.run(
        """
        DELETE FROM spent_blob
        WHERE EXISTS (SELECT 1 FROM turn_part WHERE turn_part.blob = spent_blob.blob)
          OR EXISTS (SELECT 1 FROM reply_part WHERE reply_part.blob = spent_blob.blob)
          OR EXISTS (SELECT 1 FROM photo WHERE photo.blob = spent_blob.blob)
          OR EXISTS (SELECT 1 FROM edit_step WHERE edit_step.mask = spent_blob.blob)
        """);
  }
}
