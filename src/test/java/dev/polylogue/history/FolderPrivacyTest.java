package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** T20: nobody else on the computer reads the history. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FolderPrivacyTest {
  @TempDir Path temp;

  @Test
  void underAPermissiveUmaskEverythingIsMadeForItsOwnerAlone() throws Exception {
    Path folder = temp.resolve("data");
    List<String> permissive = List.of("/bin/sh", "-c", "umask 000; exec \"$@\"", "sh");
    try (ChildJvm child =
        ChildJvm.start(
            KilledWriter.class, permissive, folder.toString(), new UUID(1, 0).toString())) {
      child.line();
      child.line();

      assertThat(permissions(folder))
          .containsEntry("", "rwx------")
          .containsEntry("native", "rwx------")
          .containsEntry("polylogue.db", "rw-------")
          .containsEntry("polylogue.db-wal", "rw-------")
          .containsEntry("polylogue.db-shm", "rw-------")
          .containsEntry("lock", "rw-------");
    }
  }

  @Test
  void whatStoodOpenIsClosedAtTheNextStart() throws Exception {
    Path folder = temp.resolve("data");
    HistoryStore.open(folder).close();
    Files.writeString(folder.resolve("settings.json"), "{}");
    for (String name : permissions(folder).keySet()) {
      Files.setPosixFilePermissions(
          folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    HistoryStore.open(folder).close();

    assertThat(permissions(folder))
        .containsEntry("", "rwx------")
        .containsEntry("native", "rwx------")
        .containsEntry("polylogue.db", "rw-------")
        .containsEntry("settings.json", "rw-------")
        .containsEntry("lock", "rw-------");
  }

  @Test
  void aFolderThatHoldsOtherThingsTooIsLeftToItsOwner() throws Exception {
    Path shared = Files.createDirectory(temp.resolve("shared"));
    Path other = Files.writeString(shared.resolve("notes.txt"), "not ours");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));

    HistoryStore.open(shared).close();

    assertThat(permissions(shared))
        .containsEntry("", "rwxr-xr-x")
        .containsEntry("notes.txt", "rw-r--r--")
        .containsEntry("polylogue.db", "rw-------");
  }

  @Test
  void nativeLibrariesOfKilledRunsAreClearedAway() throws Exception {
    Path natives = Files.createDirectories(temp.resolve("native"));
    Path left = Files.createFile(natives.resolve("sqlite-3.54.1.0-left-libsqlitejdbc.so"));

    HistoryStore.open(temp).close();

    assertThat(left).doesNotExist();
  }

  private static Map<String, String> permissions(Path folder) throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    permissions.put("", of(folder));
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        permissions.put(entry.getFileName().toString(), of(entry));
      }
    }
    return permissions;
  }

  private static String of(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
