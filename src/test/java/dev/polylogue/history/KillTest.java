package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int KILLS = 8;

  @TempDir Path folder;

  /** D01, D02: a child is killed in the middle of its writing, again and again. */
  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    Random moments = new Random(20261122);
    for (int kill = 0; kill < KILLS; kill++) {
      UUID base = new UUID(0x7000L, kill * 1000L);
      int after = kill == 0 ? 0 : moments.nextInt(1, 400);

      List<String> acknowledged = run(base, after);

      check(kill + 1, acknowledged);
    }
  }

  private List<String> run(UUID base, int after) throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    try (ChildJvm child =
        ChildJvm.start(KilledWriter.class, List.of(), folder.toString(), base.toString())) {
      while (said.size() <= after) {
        String line = child.line();
        assertThat(line).as("the child ended by itself after " + said).isNotNull();
        said.add(line);
      }
      said.addAll(child.kill());
    }
    return said;
  }

  private void check(int kills, List<String> acknowledged) throws HistoryException {
    UUID asked = UUID.fromString(acknowledged.getFirst().substring("turn ".length()));
    int words = acknowledged.size() - 1;
    try (HistoryStore store = HistoryStore.open(folder)) {
      Comparison stored = store.load(asked).orElseThrow();
      Reply reply = stored.panes().getFirst().answers().getFirst().reply();

      assertThat(stored.turns().getFirst().user().text()).isEqualTo("Explain tides.");
      assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
      assertThat(reply.text()).startsWith(text(words));
      assertThat(text(words + 1)).as("at most one word more").startsWith(reply.text());
      assertThat(store.list(100, 0)).as("earlier ones").hasSize(kills);
      assertThat(integrity(store)).isEqualTo("ok");
    }
  }

  private static String text(int words) {
    return IntStream.range(0, words).mapToObj(KilledWriter::word).collect(Collectors.joining());
  }

  private static String integrity(HistoryStore store) throws HistoryException {
    return store
        .database()
        .read(
            db ->
                db.first("PRAGMA integrity_check", row -> row.text("integrity_check"))
                    .orElseThrow());
  }
}
