package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BranchedHistoryTest {
  @TempDir private Path folder;

  @Test
  void thePathInUseIsListedShownAndContinued() throws Exception {
    Commands commands = new Commands(folder.resolve("home"));
    String id =
        commands
            .run("compare", "--json", "One?", "-m", "sandbox/scribe")
            .lines()
            .getFirst()
            .path("id")
            .asString("");
    commands.run("compare", "--json", "Two?", "--continue", id);
    edit(UUID.fromString(id), "Two, please?");

    assertThat(commands.run("history", "list", "--json").lines().getFirst().path("turns").asInt())
        .isEqualTo(2);
    assertThat(asked(commands, id)).containsExactly("One?", "Two, please?");
    assertThat(commands.run("compare", "--json", "Three?", "--continue", id).status()).isZero();
    assertThat(asked(commands, id)).containsExactly("One?", "Two, please?", "Three?");
    assertThat(commands.run("history", "show", id).out()).doesNotContain("Two?\n");
  }

  private void edit(UUID id, String prompt) throws Exception {
    try (HistoryStore history = HistoryStore.open(folder.resolve("home"))) {
      Comparison comparison = history.load(id).orElseThrow();
      Pane pane = comparison.panes().getFirst();
      Reply queued = Reply.queued(UUID.randomUUID(), pane.model());
      Turn turn = new Turn(UUID.randomUUID(), Message.user(prompt), Instant.EPOCH);
      history.beginBranch(id, comparison.turns().getLast().id(), turn, Map.of(pane.id(), queued));
      history.finish(
          new Reply(
              queued.id(),
              queued.model(),
              ReplyState.COMPLETE,
              List.of(new Part.Text("Certainly.")),
              Outcome.NONE,
              Timing.NONE),
          List.of());
    }
  }

  private static List<String> asked(Commands commands, String id) {
    JsonNode shown = commands.run("history", "show", id, "--json").lines().getFirst();
    return shown
        .path("panes")
        .path(0)
        .path("turns")
        .valueStream()
        .map(turn -> turn.path("user").path("text").asString(""))
        .toList();
  }
}
