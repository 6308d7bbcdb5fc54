package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** What can be done about pictures and files that were found not to be as they should. Blocks. */
final class FileRepairs {
  private static final Set<Kind> MOVABLE =
      Collections.unmodifiableSet(EnumSet.of(Kind.ORPHAN_BLOB, Kind.LEFTOVER));

  private final DataFolder folder;
  private final BlobStore blobs;
  private final BlobStore spare;
  private final InstantSource clock;

  /**
   * @param spare pictures and files of the backups
   */
  FileRepairs(DataFolder folder, BlobStore spare, InstantSource clock) {
    this.folder = folder;
    this.blobs = new BlobStore(folder);
    this.spare = spare;
    this.clock = clock;
  }

  BlobCheck check(DoubleConsumer share) {
    return new BlobCheck(folder, spare, share);
  }

  /** Says how many of the files that can be put aside are too new for that. */
  void tellFresh(List<Finding> findings, List<String> notes) throws IOException {
    List<Path> movable = filesOf(MOVABLE, findings);
    int fresh = movable.size() - settled(movable).size();
    if (fresh > 0) {
      notes.add(
          "%d of the files that belong to nothing were made in the last %d minutes. They are not put aside before that time is over, since a message may be about to refer to them: examine again later."
              .formatted(fresh, Doctor.Moved.FRESH.toMinutes()));
    }
  }

  private static List<Path> filesOf(Set<Kind> kinds, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> kinds.contains(finding.kind()))
        .flatMap(finding -> finding.files().stream())
        .toList();
  }

  /** Those that are not brand new. */
  private List<Path> settled(List<Path> files) throws IOException {
    Instant newest = clock.instant().minus(Doctor.Moved.FRESH);
    List<Path> settled = new ArrayList<>();
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(newest)) {
        settled.add(file);
      }
    }
    return settled;
  }

  /** Of what was shown that which still belongs to nothing. */
  Doctor.Moved putAside(Db db, List<Finding> shown)
      throws SQLException, IOException, HistoryException {
    List<Finding> now = new ArrayList<>();
    check(share -> {}).run(db, now::add);
    Set<Path> agreed = Set.copyOf(filesOf(MOVABLE, shown));
    List<Path> left = filesOf(MOVABLE, now).stream().filter(agreed::contains).toList();
    List<Path> strays = settled(left);
    Path place = strays.isEmpty() ? null : new Quarantine(folder).putAside(strays, clock.instant());
    return new Doctor.Moved(strays.size(), place, left.size() - strays.size());
  }

  /** Each that a backup holds exactly; what lies in its place is put aside first. */
  Doctor.Moved fetch(List<Finding> shown) throws IOException, HistoryException {
    List<Path> wanted = new ArrayList<>();
    List<Path> damaged = new ArrayList<>();
    for (Path file : filesOf(Set.of(Kind.SPARE_BLOB), shown)) {
      String sha256 = String.valueOf(file.getFileName());
      if (!blobs.isWhole(sha256) && spare.isWhole(sha256)) {
        wanted.add(file);
        if (Files.exists(file)) {
          damaged.add(file);
        }
      }
    }
    Path aside =
        damaged.isEmpty() ? null : new Quarantine(folder).putAside(damaged, clock.instant());
    int fetched = 0;
    for (Path file : wanted) {
      fetched += spare.copy(String.valueOf(file.getFileName()), blobs) ? 1 : 0;
    }
    return new Doctor.Moved(fetched, aside, 0);
  }
}
