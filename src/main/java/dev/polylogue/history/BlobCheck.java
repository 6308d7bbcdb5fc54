package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.history.Finding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Whether every picture and file is there, is what it was and what the rows say of it, and nothing
 * else lies beside them.
 */
final class BlobCheck implements Check {
  private static final String USES =
      """
      SELECT blob, coalesce(%1$s.name, '') AS name, media, size, comparison.title AS title
      FROM %1$s %2$s JOIN comparison ON comparison.id = turn.comparison WHERE blob IS NOT NULL
      """;

  private static final String MESSAGES =
      USES.formatted("turn_part", "JOIN turn ON turn.id = turn_part.turn")
          + "UNION "
          + USES.formatted(
              "reply_part",
              "JOIN reply ON reply.id = reply_part.reply JOIN turn ON turn.id = reply.turn");

  private static final String PHOTOS =
      """
      UNION SELECT blob, name, media, size, comparison.title
      FROM photo JOIN comparison ON comparison.id = photo.comparison
      UNION SELECT mask, '', 'image/png', mask_size, comparison.title
      FROM edit_step JOIN turn ON turn.id = edit_step.turn
      JOIN comparison ON comparison.id = turn.comparison WHERE mask IS NOT NULL
      """;

  private final DataFolder folder;
  private final BlobStore blobs;
  private final BlobStore spare;
  private final DoubleConsumer share;

  /**
   * @param spare where one may lie that is not here as it should be
   * @param share told how much is done
   */
  BlobCheck(DataFolder folder, BlobStore spare, DoubleConsumer share) {
    this.folder = folder;
    this.spare = spare;
    this.share = share;
    this.blobs = new BlobStore(folder);
  }

  /** What one row says of a file. */
  private record Use(String words, String media, long size) {
    static Use read(Row row) throws SQLException {
      String name = row.text("name").isEmpty() ? "A picture" : "The file " + row.text("name");
      String media = row.textOrNull("media");
      return new Use(
          name + " in " + RowChecks.called(row.text("title")),
          media == null ? "" : media,
          row.whole("size"));
    }
  }

  @Override
  public void run(Db db, Consumer<Finding> found) throws SQLException, IOException {
    Map<String, List<Use>> uses = new HashMap<>();
    db.each(
        Contents.tables(db).contains("photo") ? MESSAGES + PHOTOS : MESSAGES,
        row ->
            uses.computeIfAbsent(row.text("blob"), blob -> new ArrayList<>()).add(Use.read(row)));
    Set<String> wanted = Contents.blobs(db);
    int done = 0;
    for (String sha256 : wanted) {
      share.accept((double) done++ / wanted.size());
      one(sha256, uses.getOrDefault(sha256, List.of()), found);
    }
    wanted.addAll(Contents.spentBlobs(db));
    besides(wanted, found);
  }

  private void one(String sha256, List<Use> uses, Consumer<Finding> found) {
    String name = uses.isEmpty() ? "A picture" : uses.getFirst().words;
    Path place = folder.blob(sha256);
    if (!blobs.has(sha256)) {
      lost(Kind.MISSING_BLOB, "%s is missing: %s".formatted(name, place), place, found);
      return;
    }
    Bytes bytes;
    try {
      bytes = blobs.read(sha256);
    } catch (HistoryException e) {
      lost(
          Kind.CHANGED_BLOB, "%s was changed on the disk: %s".formatted(name, place), place, found);
      return;
    }
    String media = Signature.of(bytes);
    for (Use use : uses) {
      if (use.size != bytes.size()) {
        String sentence =
            "%s is said to take %d bytes, and takes %d: %s"
                .formatted(use.words, use.size, bytes.size(), place);
        tell(Kind.CHANGED_BLOB, sentence, place, found);
      } else if (!media.isEmpty() && !media.equals(use.media)) {
        String sentence =
            "%s is said to be %s, and is %s: %s".formatted(use.words, use.media, media, place);
        tell(Kind.CHANGED_BLOB, sentence, place, found);
      }
    }
  }

  private void lost(Kind kind, String sentence, Path place, Consumer<Finding> found) {
    if (spare.isWhole(String.valueOf(place.getFileName()))) {
      tell(Kind.SPARE_BLOB, sentence + ". It lies whole among the backups.", place, found);
    } else {
      tell(kind, sentence, place, found);
    }
  }

  private static void tell(Kind kind, String sentence, Path place, Consumer<Finding> found) {
    found.accept(new Finding(kind, sentence, List.of(place)));
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
