package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D01, D02, D03, D28: a program that streams into eight panes is killed at random moments. A few
 * kills here; {@code -Dpolylogue.kills=1000} makes as many as one likes and says what was lost.
 */
class ThousandKillsTest {
  private static final int USUAL = 4;
  private static final int KILLS_IN_ONE_FOLDER = 50;

  /** How long after its first question a program lives at most: through about three turns. */
  private static final int MOST_MILLIS = 1300;

  @TempDir Path temp;

  @Test
  void aKilledProgramHasLostNoMessageAndNextToNoWords() throws Exception {
    int kills = Integer.getInteger("polylogue.kills", USUAL);
    Random moments = new Random(Long.getLong("polylogue.seed", 20261122));
    Losses losses = new Losses();
    for (int kill = 0; kill < kills; kill++) {
      Path folder = temp.resolve("home-" + kill / KILLS_IN_ONE_FOLDER);
      Killing killed = Killing.of(folder, moments.nextInt(MOST_MILLIS));
      losses.add(killed.check(folder, kill % KILLS_IN_ONE_FOLDER + 1));
      if (kill % KILLS_IN_ONE_FOLDER == KILLS_IN_ONE_FOLDER - 1) {
        remove(folder);
      }
      if (kills > USUAL) {
        System.out.println(losses);
      }
    }
    assertThat(losses.kills()).isEqualTo(kills);
    assertThat(losses.mostBytes()).as("bytes lost in one pane").isLessThanOrEqualTo(2048);
  }

  private static void remove(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
