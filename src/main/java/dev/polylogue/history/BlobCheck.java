package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Whether every picture and file is there and what it was, and nothing else lies beside them. */
final class BlobCheck implements Check {
  private static final String NAMES =
      """
      SELECT blob, coalesce(name, '') AS name, comparison.title AS title
      FROM turn_part JOIN turn ON turn.id = turn_part.turn
      JOIN comparison ON comparison.id = turn.comparison WHERE blob IS NOT NULL
      UNION
      SELECT blob, coalesce(name, ''), comparison.title
      FROM reply_part JOIN reply ON reply.id = reply_part.reply
      JOIN turn ON turn.id = reply.turn
      JOIN comparison ON comparison.id = turn.comparison WHERE blob IS NOT NULL
      """;

  private final DataFolder folder;
  private final BlobStore blobs;

  BlobCheck(DataFolder folder) {
    this.folder = folder;
    this.blobs = new BlobStore(folder);
  }

  @Override
  public void run(Db db, Consumer<Finding> found) throws SQLException, IOException {
    Map<String, String> names = new HashMap<>();
    db.each(
        NAMES,
        row -> {
          String name = row.text("name").isEmpty() ? "A picture" : "The file " + row.text("name");
          names.putIfAbsent(row.text("blob"), name + " in " + RowChecks.called(row.text("title")));
        });
    Set<String> wanted = Contents.blobs(db);
    for (String sha256 : wanted) {
      String name = names.getOrDefault(sha256, "A picture");
      List<Path> place = List.of(folder.blob(sha256));
      if (!blobs.has(sha256)) {
        found.accept(
            new Finding(
                Kind.MISSING_BLOB, "%s is missing: %s".formatted(name, place.getFirst()), place));
      } else if (!blobs.isWhole(sha256)) {
        found.accept(
            new Finding(
                Kind.CHANGED_BLOB,
                "%s was changed on the disk: %s".formatted(name, place.getFirst()),
                place));
      }
    }
    wanted.addAll(Contents.spentBlobs(db));
    besides(wanted, found);
  }

  private void besides(Set<String> wanted, Consumer<Finding> found) throws IOException {
    List<Path> left = folder.leftovers();
    for (Path file : left) {
      found.accept(
          new Finding(
              Kind.LEFTOVER,
              "%s was left by a program that died while writing it.".formatted(file),
              List.of(file)));
    }
    for (Path file : folder.storedBlobs()) {
      if (!left.contains(file) && !isWanted(file, wanted)) {
        found.accept(
            new Finding(
                Kind.ORPHAN_BLOB, "%s belongs to no message.".formatted(file), List.of(file)));
      }
    }
  }

  private boolean isWanted(Path file, Set<String> wanted) {
    String name = String.valueOf(file.getFileName());
    return wanted.contains(name) && file.equals(folder.blob(name));
  }
}
