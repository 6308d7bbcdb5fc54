package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D30: a backup that can't be read stands in the way of no other, and pushes none out. */
class RottenBackupTest {
  @TempDir Path temp;
  private Path home;
  private Instant now = Samples.NOON;
  private Backups backups;

  @BeforeEach
  void keepSomething() throws HistoryException {
    home = temp.resolve("home");
    backups = new Backups(Places.usual(home), () -> now);
    try (HistoryStore store = HistoryStore.open(home)) {
      for (int i = 0; i < 40; i++) {
        Samples.Asked asked = new Samples(new UUID(0x8000L + i, 0)).asked(store);
        store.finish(asked.complete("The moon pulls. ".repeat(100)), List.of());
      }
    }
  }

  /** What befalls a file. */
  enum Rot {
    CUT {
      @Override
      void befall(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(50_000);
        }
      }
    },
    BEGINNING {
      @Override
      void befall(Path file) throws IOException {
        Damage.garbage(file, 0, 200);
      }
    },
    EMPTIED {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    PAGES {
      @Override
      void befall(Path file) throws IOException, SQLException {
        Damage.trees(file, "reply_part");
      }
    };

    abstract void befall(Path file) throws IOException, SQLException;
  }

  @ParameterizedTest
  @EnumSource(Rot.class)
  void aRottenNewestBackupIsPassedOverAndNamed(Rot rot) throws Exception {
    Backups.Made first = backups.make();
    Backups.Made rotten = backups.make();
    rot.befall(rotten.file());

    Backups.Made made = backups.make();

    assertThat(made.unreadable()).extracting(Backup::file).containsExactly(rotten.file());
    assertThat(made.warning())
        .hasValueSatisfying(
            said -> assertThat(said).contains(rotten.file().getFileName().toString()));
    assertThat(made.wordsMissing()).isFalse();
    assertThat(backups.makeIn(temp.resolve("out.db"), false).contents().comparisons())
        .isEqualTo(40);
    assertThat(backups.all())
        .extracting(Backup::file)
        .containsExactly(made.file(), rotten.file(), first.file());
  }

  @Test
  void anOlderOneTellsWhatAnotherHandChangedWhereTheNewestIsRotten() throws Exception {
    Backups.Made first = backups.make();
    Rot.CUT.befall(backups.make().file());
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script("UPDATE turn_part SET text = 'Explain nothing.' WHERE rowid = 1");
    }

    assertThat(backups.make().wordsMissing()).isTrue();
    assertThat(new Doctor(Places.usual(home), () -> now).alarm()).contains(first.file().toString());
  }

  @Test
  void aRottenOnePushesOutNoGoodOne() throws Exception {
    Path good = backups.make().file();
    for (int i = 0; i < Retention.NEWEST; i++) {
      Rot.BEGINNING.befall(backups.make().file());
    }
    backups.make();
    backups.make();

    assertThat(good).as("one of the newest that can be read").exists();
    assertThat(backups.unreadable()).as("they go in their turn").hasSizeLessThan(Retention.NEWEST);
  }

  @Test
  void theDailyOneIsDueWhereTheLastOfTodayIsRotten() throws Exception {
    now = Files.getLastModifiedTime(home.resolve("polylogue.db")).toInstant().minusSeconds(9000);
    Path rotten = backups.make().file();
    assertThat(backups.makeIfDue()).as("none is due").isEmpty();
    Rot.CUT.befall(rotten);
    now = now.plus(Duration.ofHours(1));

    assertThat(backups.makeIfDueAndQuick())
        .hasValueSatisfying(said -> assertThat(said).contains(rotten.getFileName().toString()));
    assertThat(backups.all()).hasSize(2);
    assertThat(backups.unreadable()).extracting(Backup::file).containsExactly(rotten);
  }

  @Test
  void aFileInThePlaceOfTheFolderIsCalledWhatItIs() throws Exception {
    Files.writeString(backups.place(), "mine");

    assertThatThrownBy(backups::make)
        .hasMessageContaining(backups.place() + " is no folder")
        .hasMessageNotContaining("Exception");
    assertThat(backups.makeIn(temp.resolve("out.db"), false).file()).exists();
  }
}
