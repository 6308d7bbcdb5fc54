package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's library where there is no room for it. */
class NativesTest {
  /** In blocks of 512 or 1024 bytes: less than the library, and more than anything else needs. */
  private static final String LITTLE_ROOM = "ulimit -f 300; exec \"$@\"";

  @TempDir Path folder;

  /** Opens a history in a program of its own, which has not loaded the library yet. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] arguments) {
      try (HistoryStore store = HistoryStore.open(Path.of(arguments[0]))) {
        System.out.println("opened");
      } catch (HistoryException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private String said(List<String> before) throws Exception {
    try (ChildJvm child = ChildJvm.start(Opener.class, before, folder.toString())) {
      return child.line();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDiskWithoutRoomForTheLibraryIsSaidInWords_D07() throws Exception {
    assertThat(said(List.of("sh", "-c", LITTLE_ROOM, "sh")))
        .startsWith("The history in " + folder + " can't be opened: SQLite's library")
        .contains("Nothing was changed. Make room on one of them, then try again.");
    assertThat(said(List.of())).isEqualTo("opened");
  }
}
