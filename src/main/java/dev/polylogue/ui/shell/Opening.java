package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.PaneSpec;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what a new window shows first. Blocks, so never on the FX thread. */
final class Opening {
  private final Services services;
  private final String firstPrompt;

  /**
   * @param firstPrompt stands ready to be sent when the history is empty
   */
  Opening(Services services, String firstPrompt) {
    this.services = services;
    this.firstPrompt = firstPrompt;
  }

  /** What was open last, else the newest; when nothing is kept yet, two sandbox models. */
  UUID find() throws HistoryException {
    UUID last = services.settings().current().lastComparison();
    if (last != null && isThere(last)) {
      return last;
    }
    List<ComparisonEntry> newest = services.comparisons().list(1, 0);
    return newest.isEmpty() ? create() : newest.getFirst().id();
  }

  /** Two sandbox models and a prompt ready to be sent. */
  UUID create() throws HistoryException {
    return services.comparisons().create(sandboxPair(services), firstPrompt).id();
  }

  private boolean isThere(@Nullable UUID comparison) throws HistoryException {
    return comparison != null && services.comparisons().has(comparison);
  }

  static List<PaneSpec> sandboxPair(Services services) {
    String sandbox = services.providers().all().getFirst().id();
    return List.of(
        PaneSpec.of(new ModelRef(sandbox, "scribe")),
        PaneSpec.of(new ModelRef(sandbox, "thinker")));
  }
}
