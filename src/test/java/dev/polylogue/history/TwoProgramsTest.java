package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProgramsTest {
  @TempDir Path folder;

  @Test
  void aReplyThatAnotherProgramIsReceivingStaysLive() throws Exception {
    try (ChildJvm other = start()) {
      UUID asked = UUID.fromString(other.line().substring("turn ".length()));
      other.goOn();
      other.line();

      try (HistoryStore store = HistoryStore.open(folder)) {
        assertThat(reply(store, asked).state()).isEqualTo(ReplyState.STREAMING);
        store.rename(asked, "Renamed beside a stream");
      }
      other.goOn();
      other.line();

      other.kill();
      try (HistoryStore store = HistoryStore.open(folder)) {
        assertThat(reply(store, asked).state()).as("D16").isEqualTo(ReplyState.INTERRUPTED);
        assertThat(store.list(1, 0).getFirst().title()).isEqualTo("Renamed beside a stream");
      }
    }
  }

  /** Whoever came first and goes first is not taken for one that died (D22). */
  @Test
  void whoeverEndsLastLeavesTheFolderInGoodOrder() throws Exception {
    ChildJvm last;
    try (HistoryStore _ = HistoryStore.open(folder)) {
      last = ChildJvm.start(OrderlyGuest.class, List.of(), folder.toString());
      assertThat(last.line()).isEqualTo("in");
    }
    try (last) {
      last.goOn();
      assertThat(last.line()).isEqualTo("out");
    }
    assertThat(folder.resolve("lock")).hasContent("left in good order");

    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.remark()).isEmpty();
      assertThat(store.list(9, 0)).hasSize(1);
    }
  }

  private ChildJvm start() throws Exception {
    return ChildJvm.start(
        KilledWriter.class, List.of(), folder.toString(), new UUID(0x7000L, 0).toString(), "wait");
  }

  @Test
  void openedTwiceInOneProgramTheSecondLeavesTheFirstAlone() throws HistoryException {
    try (HistoryStore first = HistoryStore.open(folder)) {
      Samples.Asked asked = new Samples().asked(first);
      try (HistoryStore second = HistoryStore.open(folder)) {
        assertThat(asked.stored(second).state()).isEqualTo(ReplyState.QUEUED);
        second.append(asked.words("from the second"));
      }
      assertThat(asked.stored(first).text()).isEqualTo("from the second");
    }
  }

  private static Reply reply(HistoryStore store, UUID comparison) throws HistoryException {
    return store.load(comparison).orElseThrow().panes().getFirst().answers().getFirst().reply();
  }
}
