package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the store holds of a comparison goes to another store and is all there. */
class TransferStoreTest {
  private static final Blob FILE = new Blob("ab".repeat(32), "image/png", 7, "photo.png");

  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore here;
  private HistoryStore there;
  private Comparison comparison;
  private Turn turn;
  private Map<UUID, Reply> queued;

  @BeforeEach
  void open() throws HistoryException {
    here = HistoryStore.open(folder.resolve("here"));
    there = HistoryStore.open(folder.resolve("there"));
    comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    here.create(comparison);
    turn =
        new Turn(
            samples.id(),
            new Message(
                Message.Role.USER,
                List.of(new Part.Text("Why \ud83c\udf0a?"), new Part.Document(FILE))),
            Samples.NOON);
    queued = samples.queued(comparison);
    here.beginTurn(comparison.id(), turn, queued);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private Pane pane(int place) {
    return comparison.panes().get(place);
  }

  private Reply first() {
    return queued.get(pane(0).id());
  }

  private Facts facts(HistoryStore store) throws HistoryException {
    return store.transfers().facts(comparison.id(), true).orElseThrow();
  }

  private void fill() throws HistoryException {
    Outcome outcome =
        new Outcome(
            new Outcome.Origin("grok-4.7-0901", "req-1"),
            "stop",
            new Usage(1L, 2L, 3L, 4L, 5L, 6L),
            new Cost(new BigDecimal("0.0100"), "USD", Cost.Source.COMPUTED, samples.price()),
            List.of(new Warning("seed", "was dropped")),
            new Failure(FailureKind.RATE_LIMIT, 429, "slow down", 12.5));
    Timing timing = new Timing(1L, 2L, 3L, 4L, new Course(0L, 1L, List.of(new Course.Stall(1, 2))));
    List<Part> parts =
        List.of(
            new Part.Reasoning("hm", 12L),
            new Part.Text("because"),
            new Part.Citation("https://example.org", null),
            new Part.ToolCall("1", "f", "{\"a\":1.50}"),
            new Part.Picture(FILE),
            new Part.Search("tides"),
            new Part.Opaque("voice", "{\"x\":[1]}"));
    Exchange exchange =
        new Exchange(
            "sandbox",
            Protocol.OPENAI_CHAT,
            new Exchange.Request(
                "POST",
                "http://127.0.0.1/",
                List.of(new Exchange.Header("A", "b")),
                Bytes.of("{}"),
                2),
            new Exchange.Response(200, List.of(), Bytes.of("{}"), 2));
    Reply done =
        new Reply(first().id(), first().model(), ReplyState.FAILED, parts, outcome, timing);
    here.finish(done, List.of(exchange));
    Reply again = Reply.queued(samples.id(), Samples.SCRIBE);
    here.beginAlternative(pane(0).id(), turn.id(), again);
    here.finish(
        new Reply(
            again.id(), again.model(), ReplyState.STOPPED, List.of(), Outcome.NONE, Timing.NONE),
        List.of());
    Reply other = queued.get(pane(1).id());
    here.finish(
        new Reply(
            other.id(), other.model(), ReplyState.COMPLETE, List.of(), Outcome.NONE, Timing.NONE),
        List.of());
    here.beginBranch(comparison.id(), turn.id(), samples.turn("Why else?"), Map.of());
    here.changePane(pane(0).id(), Samples.GROK, Parameters.NONE.with(Setting.TEMPERATURE, "0.70"));
    here.keepPlace(pane(1).id(), new ReadingPlace(turn.id(), 1, 2, 3));
    UUID extra = samples.id();
    here.addPane(comparison.id(), Pane.empty(extra, Samples.GROK, Parameters.NONE));
    here.closePane(extra);
    here.saveDraft(comparison.id(), "a draft");
    here.votes().tag(comparison.id(), "sea");
    here.votes()
        .cast(
            samples.id(),
            new Slip(
                comparison.id(),
                turn.id(),
                List.of(first().id(), other.id()),
                new Verdict.Winner(first().id()),
                true),
            Samples.NOON);
    here.votes().blind(comparison.id(), new Blinding(-5L, turn.id(), true, false));
    here.database()
        .write(
            db -> {
              db.run(
                  "UPDATE comparison SET kind = 'photo', pinned = 1, folder = 'Work' WHERE id = ?",
                  comparison.id());
              db.run(
                  "INSERT INTO photo VALUES (?, ?, 'image/png', 7, 'p')",
                  comparison.id(),
                  "cd".repeat(32));
              db.run(
                  "INSERT INTO edit_step VALUES (?, ?, 0, ?, 9, '{\"n\":2}', 1, 8)",
                  turn.id(),
                  first().id(),
                  "ef".repeat(32));
              db.run("INSERT INTO picture_mark VALUES (?, 0, 'star')", first().id());
            });
  }

  @Test
  void everythingArrives() throws HistoryException {
    fill();
    Facts facts = facts(here);

    Merged merged = there.transfers().merge(facts);

    assertThat(merged).isEqualTo(new Merged(true, ids(facts.list("turns")), 1, 0, 7, Set.of()));
    assertThat(facts(there)).isEqualTo(facts);
    assertThat(there.load(comparison.id())).isEqualTo(here.load(comparison.id()));
    assertThat(there.exchanges(first().id())).isEqualTo(here.exchanges(first().id()));
    assertThat(there.votes().of(comparison.id())).isEqualTo(here.votes().of(comparison.id()));
    assertThat(there.votes().blinding(comparison.id()))
        .isEqualTo(here.votes().blinding(comparison.id()));
    assertThat(there.places(comparison.id())).isEqualTo(here.places(comparison.id()));
    assertThat(facts.list("photo")).hasSize(1);
    assertThat(facts.list("turns").getFirst().list("editStep")).hasSize(1);
    assertThat(facts.list("replies").getFirst().list("marks")).hasSize(1);
  }

  private static List<String> ids(List<Facts> list) {
    return list.stream().map(facts -> facts.text("id").orElseThrow()).toList();
  }

  @Test
  void onceMoreChangesNothing_D27() throws HistoryException {
    fill();
    there.transfers().merge(facts(here));
    Facts before = facts(there);

    assertThat(there.transfers().merge(facts(here)).isNothing()).isTrue();
    assertThat(facts(there)).isEqualTo(before);
  }

  @Test
  void onceMoreLeavesTheIndexOfTheSearchAsItIs_D27() throws Exception {
    fill();
    there.transfers().merge(facts(here));
    List<String> before = passages();
    assertThat(before).hasSizeGreaterThan(2);

    there.transfers().merge(facts(here));
    assertThat(passages()).isEqualTo(before);

    here.beginTurn(comparison.id(), samples.turn("And then?"), Map.of());
    there.transfers().merge(facts(here));
    assertThat(passages()).hasSize(before.size() + 1);
  }

  /** With their numbers, which change where one is made anew. */
  private List<String> passages() throws Exception {
    try (Db db = Connections.reading(folder.resolve("there").resolve("polylogue.db"), 5000)) {
      return db.list(
          "SELECT id || role || message AS one FROM passage ORDER BY id", row -> row.text("one"));
    }
  }

  @Test
  void whatIsHereIsNeverOverwritten() throws HistoryException {
    fill();
    there.transfers().merge(facts(here));
    there.rename(comparison.id(), "Mine");
    here.rename(comparison.id(), "Theirs");
    here.votes().tag(comparison.id(), "new");
    here.beginTurn(comparison.id(), samples.turn("And then?"), Map.of());

    Merged merged = there.transfers().merge(facts(here));

    List<String> last = List.of(ids(facts(here).list("turns")).getLast());
    assertThat(merged).isEqualTo(new Merged(false, last, 0, 0, 1, Set.of()));
    assertThat(there.load(comparison.id()).orElseThrow().title()).isEqualTo("Mine");
    assertThat(there.load(comparison.id()).orElseThrow().turns().getLast().user().text())
        .isEqualTo("And then?");
  }

  @Test
  void aLiveReplyTravelsAsWhatThereIsOfIt() throws HistoryException {
    here.append(List.of(new HistoryStore.Words(first().id(), 0, "text", "so f")));
    here.append(List.of(new HistoryStore.Words(first().id(), 0, "text", "ar")));

    there.transfers().merge(facts(here));

    Reply reply = there.reply(first().id()).orElseThrow();
    assertThat(reply.text()).isEqualTo("so far");
    assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(here.reply(first().id()).orElseThrow().state()).isEqualTo(ReplyState.STREAMING);
    assertThat(facts(there)).isEqualTo(facts(here));
  }

  @Test
  void withoutExchangesNothingOfTheWireTravels() throws HistoryException {
    fill();
    there.transfers().merge(here.transfers().facts(comparison.id(), false).orElseThrow());
    assertThat(there.exchanges(first().id())).isEmpty();

    there.transfers().merge(facts(here));
    assertThat(there.exchanges(first().id())).as("they may come later").hasSize(1);
  }

  @Test
  void whatRefersToNothingIsNotLetInAndNothingOfItStays() throws HistoryException {
    Facts.Draft vote =
        Facts.draft()
            .put("id", samples.id().toString())
            .put("turn", samples.id().toString())
            .put("castAt", Samples.NOON.toString())
            .put("blind", false)
            .put("verdict", "tie");
    Facts.Draft bad = Facts.draft();
    Facts good = facts(here);
    good.values().forEach(bad::put);
    good.lists().forEach(bad::put);
    bad.put("votes", List.of(vote.done()));

    assertThatThrownBy(() -> there.transfers().merge(bad.done()))
        .isInstanceOf(UnfitException.class);
    assertThat(there.has(comparison.id())).isFalse();
    assertThat(there.transfers().merge(good).isNew()).as("the store is still usable").isTrue();
  }
}
