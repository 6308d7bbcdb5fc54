package dev.polylogue.session;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The comparisons of the history and the panes they are made of. */
public final class Comparisons {
  private final HistoryStore history;
  private final Identities identities;
  private final InstantSource clock;

  public Comparisons(HistoryStore history, Identities identities, InstantSource clock) {
    this.history = history;
    this.identities = identities;
    this.clock = clock;
  }

  /** Newest first. */
  public List<ComparisonEntry> list(int limit, int offset) throws HistoryException {
    return history.list(limit, offset);
  }

  public Optional<Comparison> open(UUID comparison) throws HistoryException {
    return history.load(comparison);
  }

  /** What went over the wire for a reply, in order; empty when nothing was kept. */
  public List<Exchange> exchanges(UUID reply) throws HistoryException {
    return history.exchanges(reply);
  }

  /** A comparison that nothing was sent to yet; its title comes with the first prompt. */
  public Comparison create(List<PaneSpec> panes, String draft) throws HistoryException {
    Comparison created = draftOf(panes, draft);
    history.create(created);
    return created;
  }

  /** The same, without storing it. */
  Comparison draftOf(List<PaneSpec> panes, String draft) {
    List<Pane> row = new ArrayList<>();
    for (PaneSpec spec : panes) {
      row.add(Pane.empty(identities.next(), spec.model(), spec.parameters()));
    }
    return new Comparison(identities.next(), "", clock.instant(), row, List.of(), draft);
  }

  public void rename(UUID comparison, String title) throws HistoryException {
    history.rename(comparison, title);
  }

  public void saveDraft(UUID comparison, String draft) throws HistoryException {
    history.saveDraft(comparison, draft);
  }

  /** Adds an empty pane at the end of the row. */
  public Pane addPane(UUID comparison, PaneSpec spec) throws HistoryException {
    Pane pane = Pane.empty(identities.next(), spec.model(), spec.parameters());
    history.addPane(comparison, pane);
    return pane;
  }

  /** Takes a pane out of the row. Its replies stay in the database. */
  public void closePane(UUID pane) throws HistoryException {
    history.closePane(pane);
  }

  public void orderPanes(UUID comparison, List<UUID> panes) throws HistoryException {
    history.orderPanes(comparison, panes);
  }

  public void changePane(UUID pane, ModelRef model, Parameters parameters) throws HistoryException {
    history.changePane(pane, model, parameters);
  }
}
