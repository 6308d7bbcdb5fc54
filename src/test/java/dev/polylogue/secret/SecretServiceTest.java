package dev.polylogue.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Linux keychain for real: gnome-keyring on a D-Bus of its own ({@code faults.md}, 7.4). */
@EnabledOnOs(OS.LINUX)
class SecretServiceTest {
  private static final String KEY = "a& b=+,{}\"'\\ \u00e9\u4e2d\ud83d\udd11 " + "x".repeat(4096);

  @TempDir private Path folder;

  @BeforeEach
  void theKeyringIsInstalled() {
    assumeTrue(
        OwnSession.isPossible(),
        "needs dbus-run-session, dbus-send, gnome-keyring-daemon and secret-tool");
  }

  @Test
  void aKeyMakesTheRoundTripAndALockedKeyringNeitherForgetsNorTakesOne() throws Exception {
    OwnSession session = new OwnSession(folder);
    Map<String, String> found = read(session.withKeyring(KeyringTrip.class, KEY));
    assertThat(found)
        .as(session.errors())
        .containsEntry("probe", "done")
        .containsEntry("nothing yet", "true")
        .containsEntry("put again", "done")
        .containsEntry("get", "true")
        .containsEntry("seen by secret-tool", "true")
        .containsEntry("other origin", "true")
        .containsEntry("probe while locked", "done")
        .containsEntry("get after", "true")
        .containsEntry("delete", "true")
        .containsEntry("delete again", "false")
        .containsEntry("gone", "true");
    for (String call : new String[] {"get", "put", "delete"}) {
      assertThat(found.get(call + " while locked")).startsWith("LOCKED: The keychain is locked.");
    }
  }

  @Test
  void withoutADBusTheSentenceSaysWhatToDo() throws Exception {
    Map<String, String> found = read(new OwnSession(folder).withoutBus(KeyringTrip.class, KEY));
    for (String call : new String[] {"probe", "put", "nothing yet", "delete"}) {
      assertThat(found.get(call))
          .startsWith("MISSING: No keychain answers in this session")
          .contains("choose another place for the key")
          .doesNotContain(KEY);
    }
  }

  private static Map<String, String> read(String output) {
    Map<String, String> found = new LinkedHashMap<>();
    output
        .lines()
        .forEach(
            line -> {
              String[] halves = line.split(" = ", 2);
              found.put(halves[0], halves.length > 1 ? halves[1] : "");
            });
    return found;
  }
}
