package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.settings.SettingsException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what a new window shows first, and remembers it. Blocks, so never on the FX thread. */
final class Opening {
  /** Among so many, photos and all, something was surely talked about. */
  private static final int LATEST = 50;

  private final Services services;
  private final String firstPrompt;

  /**
   * @param firstPrompt stands ready to be sent when the history is empty
   */
  Opening(Services services, String firstPrompt) {
    this.services = services;
    this.firstPrompt = firstPrompt;
  }

  /** What was open last and was not deleted since, else the newest. */
  UUID find() throws HistoryException {
    UUID last = services.settings().current().lastComparison();
    if (last != null && isThere(last)) {
      return last;
    }
    return newest();
  }

  /** To be found again by the next start. */
  void remember(UUID comparison) throws SettingsException {
    if (!comparison.equals(services.settings().current().lastComparison())) {
      services.settings().update(current -> current.withLast(comparison));
    }
  }

  /** What was used last; when nothing is kept, two sandbox models. */
  UUID newest() throws HistoryException {
    for (ComparisonEntry entry : services.comparisons().list(LATEST, 0)) {
      if (entry.kind() == ComparisonKind.CHAT) {
        return entry.id();
      }
    }
    return create();
  }

  /** Two sandbox models and a prompt ready to be sent. */
  UUID create() throws HistoryException {
    return services.comparisons().create(sandboxPair(services), firstPrompt).id();
  }

  private boolean isThere(@Nullable UUID comparison) throws HistoryException {
    return comparison != null && services.order().isListed(comparison);
  }

  static List<PaneSpec> sandboxPair(Services services) {
    String sandbox = services.providers().all().getFirst().id();
    return List.of(
        PaneSpec.of(new ModelRef(sandbox, "scribe")),
        PaneSpec.of(new ModelRef(sandbox, "thinker")));
  }
}
