package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index says at every moment what the messages say. */
class PassageRowsTest {
  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Every word of the index and what it stands in, as a fresh index would have it too. */
  private Map<String, String> index() throws Exception {
    Map<String, String> words = new TreeMap<>();
    store
        .database()
        .write(
            db -> {
              db.script(
                  "CREATE VIRTUAL TABLE temp.spelled USING fts5vocab(main, passage_words, instance)");
              // The number of a passage is its own, so it is told by what it speaks of.
              db.each(
                  """
                  SELECT term, group_concat(name, ' ') AS places FROM (
                    SELECT term, role || message || "offset" AS name
                    FROM spelled JOIN passage ON passage.id = doc ORDER BY term, name)
                  WHERE term NOT LIKE char(57344) || 'c%' AND term NOT LIKE char(57344) || 'm%'
                  GROUP BY term
                  """,
                  row -> words.put(row.text("term"), row.text("places")));
              db.script("DROP TABLE temp.spelled");
              db.script("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')");
            });
    return words;
  }

  private void checkTrue() throws Exception {
    Map<String, String> now = index();
    store.search(Clock.systemUTC()).rebuild();
    assertThat(now).isNotEmpty().isEqualTo(index());
  }

  private List<Found> find(String typed) throws HistoryException {
    return store.search(Clock.systemUTC()).page(typed, FoundPage.NEWEST, 50).found();
  }

  @Test
  void itFollowsEveryKindOfWrite() throws Exception {
    Samples.Asked asked = samples.asked(store);
    store.append(asked.words("High wat"));
    assertThat(find("tides")).as("what is being answered is found").hasSize(2);
    assertThat(find("high")).as("a live reply is not found yet").isEmpty();
    checkTrue();
    store.finish(
        asked.ended(
            ReplyState.COMPLETE,
            new Part.Reasoning("the moon", null),
            new Part.Text("High water"),
            new Part.Citation("https://example.org", "Almanac")),
        List.of());
    checkTrue();
    assertThat(find("almanac")).hasSize(1);
    store.rename(asked.comparison().id(), "Harbour");
    store.rename(asked.comparison().id(), "Harbour");
    checkTrue();
    assertThat(find("in:title")).hasSize(1);
    Turn other = samples.turn("Explain ebb.");
    store.beginBranch(asked.comparison().id(), asked.turn().id(), other, Map.of());
    checkTrue();
    Reply more = samples.queued(asked.comparison().panes().getFirst());
    store.beginAlternative(asked.pane(), other.id(), more);
    store.finish(
        new Reply(
            more.id(),
            more.model(),
            ReplyState.STOPPED,
            List.of(new Part.Text("Low water")),
            more.outcome(),
            more.timing()),
        List.of());
    checkTrue();
    Comparison whole = store.load(asked.comparison().id()).orElseThrow();
    assertThat(whole.turns()).hasSize(1);
    assertThat(find("water")).hasSize(2);
    assertThat(find("ebb")).hasSize(1);
  }

  @Test
  void aPhotoIsFoundByItsFileUntilItsFirstInstructionNamesIt() throws Exception {
    Blob photo = store.blobs().keep(Bytes.of("a photo"), "image/jpeg", "IMG_0815.jpg");
    Pane pane = Pane.empty(samples.id(), Samples.GROK, Parameters.NONE);
    Comparison picked =
        new Comparison(samples.id(), "IMG_0815.jpg", Samples.NOON, List.of(), List.of(), "");
    store.edits().create(picked, photo);
    assertThat(find("img_08")).hasSize(1);
    checkTrue();

    Reply queued = samples.queued(pane);
    Turn dusk =
        new Turn(
            samples.id(),
            new Message(
                Message.Role.USER, List.of(new Part.Picture(photo), new Part.Text("Make it dusk"))),
            Samples.NOON);
    store
        .edits()
        .begin(picked.id(), List.of(pane), dusk, EditStep.USUAL, Map.of(pane.id(), queued));
    store.finish(
        new Reply(
            queued.id(),
            queued.model(),
            ReplyState.STOPPED,
            List.of(),
            queued.outcome(),
            queued.timing()),
        List.of());

    assertThat(find("dusk in:title")).hasSize(1);
    assertThat(find("0815"))
        .singleElement()
        .satisfies(found -> assertThat(found.role()).isEqualTo(Found.Role.USER));
    checkTrue();
  }

  @Test
  void aReplyThatWasInterruptedIsFoundAfterTheNextStart() throws Exception {
    Samples.Asked asked = samples.asked(store);
    store.append(asked.words("High water"));
    store.close();
    store = HistoryStore.open(folder);

    assertThat(find("high water"))
        .singleElement()
        .satisfies(found -> assertThat(found.place().message()).isEqualTo(asked.reply().id()));
    checkTrue();
  }

  @Test
  void hitsStayRightWhenTheDatabaseIsVacuumed() throws Exception {
    Samples.Asked gone = samples.asked(store);
    Samples.Asked kept = samples.asked(store);
    store.finish(gone.complete("lighthouse"), List.of());
    store.finish(kept.complete("lighthouse keeper"), List.of());
    store.database().write(db -> new PassageRows(db).forget(gone.comparison().id()));
    store.close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("polylogue.db"));
        var statement = connection.createStatement()) {
      statement.execute("VACUUM");
    }
    store = HistoryStore.open(folder);

    assertThat(find("lighthouse"))
        .as("D")
        .singleElement()
        .satisfies(found -> assertThat(found.place().message()).isEqualTo(kept.reply().id()));
  }

  @Test
  void whatWasForgottenLeavesNoWordInTheIndex() throws Exception {
    Samples.Asked asked = samples.asked(store);
    Samples.Asked other = samples.asked(store);
    store.finish(asked.complete("xylocanary zymotic 東京"), List.of());
    store.finish(other.complete("lighthouse"), List.of());

    store.database().write(db -> new PassageRows(db).forget(asked.comparison().id()));

    assertThat(find("xylocanary")).as("D36").isEmpty();
    assertThat(index()).doesNotContainKeys("xylocanary", "zymotic", "東京");
    store
        .database()
        .write(
            db -> {
              List<String> blocks =
                  db.list(
                      "SELECT block FROM passage_words_data",
                      row -> new String(row.bytes("block"), StandardCharsets.ISO_8859_1));
              assertThat(blocks).noneMatch(block -> block.contains("locanary"));
            });
    assertThat(find("lighthouse")).hasSize(1);
    assertThat(find("tides in:prompts")).hasSize(1);
  }

  @Test
  void aPromptIsInTheIndexOnceItsAnswerBeginsAndBeforeThatNothingIsMissed() throws Exception {
    Samples.Asked asked = samples.asked(store);
    List<Finding> findings = new ArrayList<>();
    IndexCheck.Aids aids =
        new IndexCheck.Aids(false, new Elsewhere(new BackupFolder(folder.resolve("backups"))));
    store.database().write(db -> IndexCheck.words(db, aids, findings::add, share -> {}));
    assertThat(findings).isEmpty();
    assertThat(find("tides")).isEmpty();

    store.finish(asked.ended(ReplyState.FAILED), List.of());

    assertThat(find("tides in:prompts")).hasSize(1);
    assertThat(find("tides in:title")).hasSize(1);
    checkTrue();
  }

  @Test
  void aDamagedIndexStandsInTheWayOfNothingAndIsMadeAnew_D21() throws Exception {
    Samples.Asked asked = samples.asked(store);
    store.append(asked.words("High water"));
    damageIndex();

    assertThat(store.load(asked.comparison().id()).orElseThrow().panes().getFirst().answers())
        .extracting(answer -> answer.reply().text())
        .containsExactly("High water");
    assertThat(find("water")).hasSize(1);
    checkTrue();
    damageIndex();
    assertThat(find("water")).as("it is enough to look for something").hasSize(1);
    checkTrue();
  }

  private void damageIndex() throws Exception {
    store.close();
    try (Connection sql =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("polylogue.db"));
        Statement statement = sql.createStatement()) {
      statement.executeUpdate(
          "UPDATE passage_words_data SET block = randomblob(length(block)) WHERE id > 10");
    }
    store = HistoryStore.open(folder);
  }

  @Test
  void whatIsInTheTrashIsOnlyFoundThere() throws Exception {
    Samples.Asked asked = samples.asked(store);
    Samples.Asked other = samples.asked(store);
    store.append(asked.words("Because"));
    store.append(other.words("Because"));
    store
        .database()
        .write(
            db ->
                db.run(
                    "UPDATE comparison SET trashed_at = 'now' WHERE id = ?",
                    asked.comparison().id()));

    assertThat(find("tides in:prompts"))
        .extracting(Found::comparison)
        .containsExactly(other.comparison().id());
    assertThat(find("tides in:trash in:prompts"))
        .extracting(Found::comparison)
        .containsExactly(asked.comparison().id());
  }

  @Test
  void aHistoryOfTheFirstVersionIsFoundWhenItWasBroughtUpToDate() throws Exception {
    store.close();
    Path old = folder.resolve("old");
    Files.createDirectories(old);
    String turn = UUID.randomUUID().toString();
    String comparison = UUID.randomUUID().toString();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + old.resolve("polylogue.db"));
        var statement = connection.createStatement();
        var script = HistoryStore.class.getResourceAsStream("/schema/001.sql")) {
      statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      statement.executeUpdate("PRAGMA user_version = 1");
      statement.executeUpdate(
          """
          INSERT INTO comparison VALUES ('%1$s', 1, '2025-01-01T10:00:00Z', '2025-01-01T10:00:00Z',
              'Old harbour', '');
          INSERT INTO pane (id, comparison, position, provider, model, in_sync, closed, parameters)
          VALUES ('p', '%1$s', 0, 'xai', 'grok-2', 1, 0, '{}');
          INSERT INTO turn VALUES ('%2$s', '%1$s', NULL, 0, 1, '2025-01-01T10:00:00Z');
          INSERT INTO turn_part (turn, position, kind, text) VALUES ('%2$s', 0, 'text', 'Alter Hafen');
          """
              .formatted(comparison, turn));
    }
    store = HistoryStore.open(old);

    assertThat(find("harbour")).hasSize(1);
    assertThat(find("hafen"))
        .singleElement()
        .satisfies(found -> assertThat(found.place().message()).hasToString(turn));
    assertThat(find("hafen before:2025-01-02")).hasSize(1);
  }
}
