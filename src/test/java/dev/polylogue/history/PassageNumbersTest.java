package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that grow with time, whatever the order in which they are asked for. */
class PassageNumbersTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private HistoryStore store;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Long> taken(Instant... moments) throws HistoryException {
    List<Long> numbers = new ArrayList<>();
    store
        .database()
        .write(
            db -> {
              for (Instant moment : moments) {
                numbers.add(take(db, moment));
              }
            });
    return numbers;
  }

  private static long take(Db db, Instant moment) throws SQLException {
    long number = new PassageNumbers(db).next(moment);
    db.run("INSERT INTO passage_words (rowid, words) VALUES (?, 'word')", number);
    return number;
  }

  @Test
  void whatIsOlderStandsBeforeWhatIsNewerWheneverItCame() throws Exception {
    List<Long> numbers =
        taken(NOON, NOON.minus(Duration.ofDays(900)), NOON, NOON.minus(Duration.ofHours(1)));

    assertThat(numbers.get(0)).isLessThan(numbers.get(2)).isGreaterThan(numbers.get(3));
    assertThat(numbers.get(1)).isLessThan(numbers.get(3));
  }

  @Test
  void theNumberOfWhatIsGoneIsNotGivenBeforeItsWordsAre() throws Exception {
    long gone = taken(NOON).getFirst() + 1;
    store.database().write(db -> new SpentPassages(db).note(gone));

    assertThat(taken(NOON).getFirst()).isEqualTo(gone + 1);
  }

  @Test
  void anHourThatIsFullGoesOnInTheNext() throws Exception {
    Instant[] many = new Instant[4200];
    Arrays.fill(many, NOON);
    List<Long> numbers = taken(many);

    assertThat(numbers).doesNotHaveDuplicates().isSorted();
    assertThat(taken(NOON.plus(Duration.ofHours(1))).getFirst()).isGreaterThan(numbers.getLast());
    assertThat(taken(NOON.plus(Duration.ofHours(2))).getFirst()).isGreaterThan(numbers.getLast());
  }

  @Test
  void timesThatAreNoneHaveNumbersTooAndTheFirstIsOne() throws Exception {
    List<Long> numbers = taken(Instant.MIN, Instant.EPOCH, NOON, Instant.MAX);

    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(numbers.getFirst()).isEqualTo(1);
  }
}
