package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private Samples.Asked asked;

  @BeforeEach
  void ask() throws HistoryException {
    store = HistoryStore.open(folder);
    asked = samples.asked(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLiveReplyIsReadWithTheWordsThatCameSoFar() throws HistoryException {
    UUID reply = asked.reply().id();

    store.append(
        List.of(
            new HistoryStore.Words(reply, 0, "reasoning", "Hm, "),
            new HistoryStore.Words(reply, 0, "reasoning", "the moon."),
            new HistoryStore.Words(reply, 1, "text", "The mo")));
    store.append(
        List.of(
            new HistoryStore.Words(reply, 2, "tool_call", "{\"q\":"),
            new HistoryStore.Words(reply, 1, "text", "on.")));

    assertThat(asked.stored(store).state()).isEqualTo(ReplyState.STREAMING);
    assertThat(asked.stored(store).parts())
        .containsExactly(
            new Part.Reasoning("Hm, the moon.", null),
            new Part.Text("The moon."),
            new Part.ToolCall("", "", "{\"q\":"));
  }

  @Test
  void theEndTakesThePlaceOfTheWords() throws HistoryException {
    store.append(asked.words("The moon"));

    store.finish(asked.complete("The moon pulls."), List.of());

    assertThat(asked.stored(store)).isEqualTo(asked.complete("The moon pulls."));
    assertThat(count("reply_words")).isZero();
  }

  @Test
  void anEndedReplyStaysAsItEnded() throws HistoryException {
    store.finish(asked.complete("The moon pulls."), List.of());

    store.append(asked.words("too late"));
    store.finish(asked.ended(ReplyState.FAILED, new Part.Text("another end")), List.of());

    assertThat(asked.stored(store)).as("D27").isEqualTo(asked.complete("The moon pulls."));
    assertThat(count("reply_words")).isZero();
  }

  @Test
  void aReplyThatIsNotThereIsNeverStoredInSilence() throws HistoryException {
    Reply stranger =
        new Reply(
            samples.id(), Samples.GROK, ReplyState.COMPLETE, List.of(), Outcome.NONE, Timing.NONE);

    assertThatThrownBy(() -> store.finish(stranger, List.of()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining(stranger.id().toString());
    assertThatThrownBy(() -> store.finish(asked.reply(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReplyThatWasLiveIsInterruptedAtTheNextStartAndKeepsItsWords() throws HistoryException {
    store.append(asked.words("The moon "));
    store.append(asked.words("pulls"));

    restart();

    assertThat(asked.stored(store))
        .as("D01")
        .isEqualTo(
            new Reply(
                asked.reply().id(),
                asked.reply().model(),
                ReplyState.INTERRUPTED,
                List.of(new Part.Text("The moon pulls")),
                Outcome.NONE.with(
                    Failure.of(
                        FailureKind.DISCONNECTED,
                        "The program ended before all of the answer was stored. What had been was kept.")),
                Timing.NONE));
    assertThat(count("reply_words")).isZero();
  }

  @Test
  void aReplyThatHadNotBegunIsInterruptedAtTheNextStart() throws HistoryException {
    restart();

    Reply stored = asked.stored(store);
    assertThat(stored.state()).as("D02").isEqualTo(ReplyState.INTERRUPTED);
    assertThat(stored.parts()).isEmpty();
    assertThat(stored.outcome().failure())
        .isEqualTo(
            Failure.of(
                FailureKind.DISCONNECTED,
                "The program ended before any of the answer was stored; it may have been"
                    + " billed."));
  }

  @Test
  void wordsCostTheSameHoweverLongTheReplyIs() throws HistoryException {
    long pages = pages();
    for (int i = 0; i < 500; i++) {
      store.append(asked.words("word "));
    }

    assertThat(asked.stored(store).text()).hasSize(2500);
    assertThat(pages() - pages).as("pages for 500 appends").isLessThan(40);
  }

  private long pages() throws HistoryException {
    return store
        .database()
        .read(db -> db.first("PRAGMA page_count", row -> row.number("page_count")).orElseThrow());
  }

  private int count(String table) throws HistoryException {
    return store
        .database()
        .read(
            db ->
                db.first("SELECT count(*) AS n FROM " + table, row -> row.number("n"))
                    .orElseThrow());
  }

  private void restart() throws HistoryException {
    store.close();
    store = HistoryStore.open(folder);
  }
}
