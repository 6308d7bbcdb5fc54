package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D34: each row is one that the tables allow, and together they make no sense. */
class CoherenceTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

  @TempDir Path temp;
  private Places places;
  private Doctor doctor;

  @BeforeEach
  void keepSomethingOfEverything() throws HistoryException {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, Instant::now);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      new FullComparison(store, new Samples(), "word");
      FullComparison second = new FullComparison(store, new Samples(new UUID(7, 0)), "sea");
      store.database().write(db -> db.run("DELETE FROM photo WHERE comparison = ?", second.id));
      Samples.Asked asked = new Samples(new UUID(8, 0)).asked(store);
      store.rename(asked.comparison().id(), "photo");
      Blob picture = store.blobs().keep(Bytes.owning(PNG), "image/png", "snow.png");
      store.finish(
          asked.ended(
              ReplyState.COMPLETE,
              new Part.Opaque("xai", "{}"),
              new Part.Picture(picture),
              new Part.ToolCall("call-1", "look", "{}"),
              new Part.Citation("https://host.example/", "Title")),
          List.of());
      store
          .database()
          .write(
              db -> {
                new EditRows(db).begin(asked.comparison().id(), picture);
                db.run(
                    "INSERT INTO edit_step (turn, options, keep_outside, feather)"
                        + " VALUES (?, '{}', 0, 0)",
                    asked.turn().id());
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM reply_part WHERE kind = 'opaque' | Parts of answers are missing or out of their order: 1, the first in “photo”
          DELETE FROM reply_part WHERE kind = 'tool_call' | Parts of answers are missing or out of their order: 1
          UPDATE reply_part SET position = position + 1 WHERE kind = 'citation' | Parts of answers are missing or out of their order: 1
          UPDATE turn_part SET position = 7 WHERE kind = 'text' AND text LIKE 'word prompt' | Parts of prompts are missing or out of their order: 1, the first in “word title”
          UPDATE exchange SET ordinal = 3 | Parts of what went over the wire for answers are missing or out of their order: 10
          UPDATE exchange SET url = '' | What went over the wire for answers has no address: 10, the first in “
          UPDATE vote_reply SET position = 9 WHERE position = 0 | Parts of votes are missing or out of their order: 2
          UPDATE reply_part SET kind = 'text' WHERE kind = 'tool_call' | Parts of answers are not what their kind says: 1, the first in “photo”
          UPDATE reply_part SET kind = 'opaque' WHERE kind = 'reasoning' | Parts of answers are not what their kind says: 10
          UPDATE turn_part SET blob = NULL | Parts of prompts are not what their kind says: 4
          UPDATE pane SET position = 0 | Panes share a place in their row: 2
          UPDATE turn SET parent = (SELECT id FROM turn AS it WHERE it.comparison = turn.comparison AND it.position = 1) WHERE position = 0 | Prompts stand before those that they follow: 2
          UPDATE vote_reply SET reply = (SELECT id FROM reply WHERE turn <> (SELECT turn FROM vote WHERE id = vote_reply.vote)) | Votes are about answers to another prompt: 2
          UPDATE vote SET comparison = (SELECT max(id) FROM comparison) | Votes are about answers to another prompt: 1, the first in “word title”
          UPDATE pane SET place_turn = (SELECT max(id) FROM turn) WHERE place_turn IS NOT NULL | Places where panes were read are in another comparison: 1, the first in “sea title”
          UPDATE blinding SET after_turn = (SELECT max(id) FROM turn) | Hidden models are to be named from a prompt of another comparison on: 1, the first in “sea title”
          UPDATE edit_step SET source_reply = (SELECT max(id) FROM reply) WHERE source_reply IS NOT NULL | Steps edit the result of another photo: 1, the first in “sea title”
          UPDATE picture_mark SET picture = 4 | Marks are on pictures that are not there: 2
          UPDATE comparison SET kind = 'chat' | Edited photos are listed as comparisons: 1, the first in “photo”
          UPDATE reply SET output_tokens = -1 WHERE active = 0 | Answers took less than no time, or less than no words: 2
          """)
  void whatContradictsWhatIsAroundIt(String damage, String sentence) throws Exception {
    assertThat(doctor.examine().findings()).isEmpty();

    sql(damage);

    assertThat(sentences(Kind.UNREACHABLE_ROW)).anyMatch(found -> found.contains(sentence));
    new Restorer(places, () -> Samples.NOON).salvage();
    assertThat(sentences(Kind.UNREACHABLE_ROW)).as("what was saved is no finding").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE reply_part SET size = 8 WHERE name = 'snow.png' | The file snow.png in “photo” is said to take 8 bytes, and takes 9
          UPDATE reply_part SET media = 'image/jpeg' WHERE name = 'snow.png' | The file snow.png in “photo” is said to be image/jpeg, and is image/png
          UPDATE photo SET size = 1 WHERE name = 'snow.png' | The file snow.png in “photo” is said to take 1 bytes
          UPDATE photo SET blob = (SELECT blob FROM reply_part WHERE name = 'word.png') WHERE name = 'snow.png' | The file snow.png in “photo” is said to take 9 bytes, and takes 13
          UPDATE edit_step SET mask_size = 1 WHERE mask IS NOT NULL | A picture in “sea title” is said to take 1 bytes
          """)
  void whatIsSaidOfAFileThatIsNotSo(String damage, String sentence) throws Exception {
    sql(damage);

    assertThat(sentences(Kind.CHANGED_BLOB)).anyMatch(found -> found.contains(sentence));
  }

  /** Each answer has the name that its provider gave to the request, in a header or in a body. */
  @Test
  void anExchangeThatBelongsToAnotherAnswer() throws Exception {
    List<UUID> replies = List.of(answered("head-1", ""), answered("body-2", "{\"id\":\"body-2\"}"));
    assertThat(doctor.examine().findings()).isEmpty();

    sql(
        "UPDATE exchange SET reply = CASE reply WHEN '%1$s' THEN '%2$s' ELSE '%1$s' END, ordinal = 5 WHERE reply IN ('%1$s', '%2$s'); UPDATE exchange SET ordinal = 0 WHERE ordinal = 5"
            .formatted(replies.getFirst(), replies.getLast()));

    assertThat(sentences(Kind.UNREACHABLE_ROW))
        .containsExactly(
            "What went over the wire for answers is that of others: 2, the first in “Explain tides.”.");
    sql("UPDATE exchange SET request_body = x'0011'");
    assertThat(doctor.examine().of(Kind.DATABASE)).isEmpty();
    new Restorer(places, () -> Samples.NOON).salvage();
    assertThat(doctor.examine().findings()).isEmpty();
  }

  private UUID answered(String name, String body) throws HistoryException {
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      Samples.Asked asked = new Samples(new UUID(9, name.hashCode() * 1000L)).asked(store);
      Reply complete = asked.complete("The moon.");
      Exchange.Response response =
          new Exchange.Response(
              200,
              body.isEmpty() ? List.of(new Exchange.Header("x-request-id", name)) : List.of(),
              Bytes.of(body),
              body.length());
      Exchange exchange =
          new Exchange(
              "sandbox",
              Protocol.OPENAI_CHAT,
              new Exchange.Request("POST", "https://host.example/", List.of(), Bytes.of(""), 0),
              response);
      Outcome outcome =
          new Outcome(new Outcome.Origin(null, name), null, null, null, List.of(), null);
      store.finish(
          new Reply(
              complete.id(),
              complete.model(),
              complete.state(),
              complete.parts(),
              outcome,
              complete.timing()),
          List.of(exchange));
      return complete.id();
    }
  }

  /** Whoever marks a file as passing may refer to it afterwards; it is struck before any sweep. */
  @Test
  void aFileThatIsMarkedAsSpentWhileItIsUsedIsNoDamage() throws Exception {
    sql("INSERT OR IGNORE INTO spent_blob SELECT blob FROM photo");

    assertThat(doctor.examine().findings()).isEmpty();

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      store.order().sweep();
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void anAnswerOfAClosedPaneIsReadToo() throws Exception {
    sql(
        "UPDATE pane SET closed = 1; UPDATE reply SET cost_amount = 'much', cost_source = 'computed'");

    assertThat(sentences(Kind.UNREADABLE)).anyMatch(found -> found.contains("can't be opened"));
  }

  private List<String> sentences(Kind kind) throws Exception {
    return doctor.examine().of(kind).stream().map(Finding::sentence).toList();
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script("PRAGMA foreign_keys = OFF; " + script);
    }
  }
}
