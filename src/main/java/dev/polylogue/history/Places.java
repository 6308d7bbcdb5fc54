package dev.polylogue.history;

import java.nio.file.Path;

/**
 * Where a history lies and where its backups go.
 *
 * @param backups better on another disk
 */
public record Places(Path folder, Path backups) {
  public Places {
    folder = folder.toAbsolutePath().normalize();
    backups = backups.toAbsolutePath().normalize();
  }

  /** With the backups in a folder beside it, {@code HOME-backups}. */
  public static Places usual(Path folder) {
    return new Places(folder, DataFolder.usualBackups(folder));
  }
}
