package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Prompt;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends a prompt and reads the title that the first prompt gives. Blocks. */
record Sending(Comparisons comparisons, Compare compare, boolean untitled) {

  /**
   * @param title present when the comparison had none before
   */
  record Sent(Round round, Optional<String> title) {}

  Sent send(UUID comparison, Prompt prompt, Set<UUID> panes) throws HistoryException {
    Round round = compare.send(comparison, prompt, panes);
    return new Sent(
        round, untitled ? comparisons.open(comparison).map(Comparison::title) : Optional.empty());
  }
}
