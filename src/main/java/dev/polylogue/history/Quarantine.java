package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where histories are put aside: moved, never thrown away. Each lies in a folder of its own like
 * {@code quarantine/replaced-20261122-130500}, or {@code damaged-…} where it was, with its
 * pictures, so that it can be brought back or salvaged (D31). To put something aside is only for
 * who is alone in the data folder.
 */
final class Quarantine {
  /** How the folder of a sound history begins. */
  static final String REPLACED = "replaced";

  /** How that of one begins which SQLite can't read throughout, or of which only a part is left. */
  static final String DAMAGED = "damaged";

  private final DataFolder folder;

  Quarantine(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * Moves the database and what belongs to it aside, and gives its pictures a second name there.
   * The database goes first: should the program die in between, what is left is a log without a
   * database, which no start mistakes for an empty history (D22).
   *
   * @param why the beginning of the name, such as {@link #REPLACED}
   * @param blobs those that were there before any that belong to its successor
   * @return the folder it now lies in
   */
  Path putAside(String why, List<Path> blobs, Instant now) throws IOException {
    Path aside = place(why, now);
    link(blobs, aside);
    Path database = folder.database();
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      Path file = database.resolveSibling(database.getFileName() + end);
      if (Files.exists(file)) {
        Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    DataFolder.forceEntries(aside);
    DataFolder.forceEntries(folder.path());
    return aside;
  }

  /**
   * Copies the database with its log, as they are found, and gives the pictures a second name
   * there. Nobody may have it open.
   *
   * @return the folder in which the copy lies
   */
  Path copyAside(String why, Instant now) throws IOException {
    Path aside = place(why, now);
    link(folder.storedBlobs(), aside);
    for (Path file : List.of(folder.database(), folder.wal())) {
      if (Files.exists(file)) {
        Files.copy(file, aside.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    DataFolder.forceEntries(aside);
    return aside;
  }

  /**
   * Moves files of the data folder aside, each as deep as it lay, so that it can be put back by
   * hand. Others may use the folder meanwhile.
   *
   * @return the folder they now lie in
   */
  Path putAside(List<Path> files, Instant now) throws IOException {
    Path aside = place("files", now).resolve("files");
    for (Path file : files) {
      Path moved = aside.resolve(folder.path().relativize(file));
      Path parent = moved.getParent();
      if (parent != null) {
        folder.make(parent);
      }
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    }
    return aside;
  }

  /** An empty folder for what is put aside. */
  Path place(String why, Instant now) throws IOException {
    folder.make(folder.quarantine());
    Path place = folder.quarantine().resolve(why + "-" + Backup.moment(now));
    for (int i = 2; Files.exists(place); i++) {
      place = folder.quarantine().resolve(why + "-" + Backup.moment(now) + "-" + i);
    }
    folder.make(place);
    return place;
  }

  /** They are on the disk under their second names before anything takes their first ones. */
  private static void link(List<Path> blobs, Path aside) throws IOException {
    DataFolder there = DataFolder.asItIs(aside);
    Set<Path> folders = new LinkedHashSet<>();
    for (Path blob : blobs) {
      String name = String.valueOf(blob.getFileName());
      if (BlobStore.isName(name)) {
        Path second = there.blob(name);
        there.makeBlobFolder(second);
        folders.add(second.resolveSibling("."));
        try {
          Files.createLink(second, blob);
        } catch (UnsupportedOperationException | IOException e) {
          Files.copy(blob, second);
          Candidate.forceFile(second);
        }
      }
    }
    for (Path made : folders) {
      DataFolder.forceEntries(made);
    }
    if (!folders.isEmpty()) {
      DataFolder.forceEntries(there.blobs());
    }
  }

  /**
   * Takes those pictures and files out of the data folder that only a history needs which was put
   * aside, and that lie there.
   *
   * @param wanted what the history in its place refers to
   */
  void leave(Set<String> wanted, Path aside) throws IOException {
    DataFolder there = DataFolder.asItIs(aside);
    for (Path blob : folder.storedBlobs()) {
      String name = String.valueOf(blob.getFileName());
      if (BlobStore.isName(name)
          && !wanted.contains(name)
          && blob.equals(folder.blob(name))
          && Files.isRegularFile(there.blob(name))
          && Files.size(there.blob(name)) == Files.size(blob)) {
        Files.delete(blob);
      }
    }
  }

  /**
   * The folders that hold one of some comparisons or one of their files, or something that can't be
   * read and so may, the newest first.
   *
   * @param files the names of theirs in the folder {@code blobs}
   */
  List<Path> holding(Collection<UUID> comparisons, Set<String> files) throws IOException {
    List<Path> holding = new ArrayList<>();
    for (Path place : places()) {
      Path database = place.resolve("polylogue.db");
      if (Files.isRegularFile(database)
          ? mayHold(database, comparisons)
          : Files.exists(place.resolve("polylogue.db-wal"))) {
        holding.add(place);
      } else if (holdsOneOf(place, files)) {
        holding.add(place);
      }
    }
    return holding;
  }

  /** What was half written may be a part of anything, but for that of which it bears the name. */
  private static boolean holdsOneOf(Path place, Set<String> files) throws IOException {
    try (Stream<Path> below = Files.walk(place)) {
      return below
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(
              name -> {
                String bare = name.replaceFirst("-.*\\.part$", "");
                return BlobStore.isName(bare) ? files.contains(bare) : name.endsWith(".part");
              });
    }
  }

  /** Whether a database holds one of some comparisons, or can't be read. */
  static boolean mayHold(Path database, Collection<UUID> comparisons) {
    try (Db db = Connections.distrusting(database)) {
      // Row by row, so that none that can't be read is passed over.
      return db.has(
          "SELECT 1 FROM comparison NOT INDEXED WHERE id IN (SELECT value FROM json_each(?))",
          Db.array(comparisons));
    } catch (SQLException e) {
      return true;
    }
  }

  /** The databases that were put aside, the newest first. */
  List<Path> all() throws IOException {
    return places().stream()
        .map(place -> place.resolve("polylogue.db"))
        .filter(Files::isRegularFile)
        .toList();
  }

  private List<Path> places() throws IOException {
    try (Stream<Path> places = Files.list(folder.quarantine())) {
      return places
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(Quarantine::moment).reversed())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Of its name that which tells when it was made. */
  private static String moment(Path place) {
    String name = String.valueOf(place.getFileName());
    return name.substring(name.indexOf('-') + 1);
  }
}
