package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is on its way to a provider. */
class OutgoingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path home;

  private Path open() throws Exception {
    return Outgoing.open(home, () -> NOW);
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void isForItsOwnerAloneAlsoWhereItStoodOpen_T20() throws Exception {
    Path folder = open();
    assertThat(permissions(folder)).isEqualTo("rwx------");

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(permissions(open())).isEqualTo("rwx------");
  }

  @Test
  void whatWasLeftBehindIsDeletedAfterADay() throws Exception {
    Path fresh = Files.createFile(open().resolve("upload1.png"));
    Files.setLastModifiedTime(fresh, FileTime.from(NOW.minusSeconds(3600)));
    Path old = Files.createFile(open().resolve("upload2.png"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(90_000)));

    open();

    assertThat(fresh).exists();
    assertThat(old).doesNotExist();
  }
}
