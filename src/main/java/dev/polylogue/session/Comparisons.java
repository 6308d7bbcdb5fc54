package dev.polylogue.session;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** What the user has to know about the opening of the history, or empty. Never blocks. */
  public String remark() {
    return history.remark();
  }

  /** Why nothing can be stored, or nothing when it can be. Never blocks. */
  public Optional<HistoryException> unwritable() {
    return history.unwritable();
  }

  /** Whether the last change was stored. Never blocks. */
  public boolean isStoring() {
    return history.isStoring();
  }

  /** Newest first. */
  public List<ComparisonEntry> list(int limit, int offset) throws HistoryException {
    return history.list(limit, offset);
  }

  public Optional<Comparison> open(UUID comparison) throws HistoryException {
    return history.load(comparison);
  }

  /**
   * The same with no more than so many turns, the last ones; takes no longer for a long one than
   * for a short one.
   */
  public Optional<Comparison> open(UUID comparison, int turns) throws HistoryException {
    return history.load(comparison, turns);
  }

  /**
   * A number that changes whenever another program, such as a command beside the window, has
   * changed the history; nothing while this program is about to.
   */
  public OptionalLong outsideVersion() throws HistoryException {
    return history.outsideVersion();
  }

  public boolean has(UUID comparison) throws HistoryException {
    return history.has(comparison);
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

  /** A history that is open for reading only keeps no draft, and does not complain. */
  public void saveDraft(UUID comparison, String draft) throws HistoryException {
    if (unwritable().isEmpty()) {
      history.saveDraft(comparison, draft);
    }
  }

  /** Adds an empty pane at the end of the row. */
  public Pane addPane(UUID comparison, PaneSpec spec) throws HistoryException {
    Pane pane = Pane.empty(identities.next(), spec.model(), spec.parameters());
    history.addPane(comparison, pane);
    return pane;
  }

  /** Adds an empty pane just behind another one. */
  public Pane addPane(UUID comparison, PaneSpec spec, UUID behind) throws HistoryException {
    Pane pane = Pane.empty(identities.next(), spec.model(), spec.parameters());
    history.addPane(comparison, pane, behind);
    return pane;
  }

  /**
   * Adds a pane just behind another one, of the same model and settings and with a copy of what was
   * said there: each message of the way to the given turn, with the answer in use.
   *
   * @param upTo the last turn to be copied, of whichever branch
   * @throws IllegalArgumentException when there is no such comparison, pane or turn
   */
  public Pane fork(UUID comparison, UUID pane, UUID upTo) throws HistoryException {
    Comparison now =
        history
            .load(comparison)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no comparison " + comparison + "."));
    Pane from =
        now.pane(pane)
            .orElseThrow(() -> new IllegalArgumentException("There is no pane " + pane + "."));
    List<Turn> way = now.tree().pathTo(upTo);
    if (way.isEmpty()) {
      throw new IllegalArgumentException("There is no turn " + upTo + ".");
    }
    List<Answer> copied = new ArrayList<>();
    for (Turn turn : way) {
      from.answer(turn.id()).flatMap(this::copy).ifPresent(copied::add);
    }
    Pane made = new Pane(identities.next(), from.model(), from.parameters(), true, copied);
    history.addPane(comparison, made, pane);
    return made;
  }

  /** The answer in use; while that is still being written, the last one before that is not. */
  private Optional<Answer> copy(Answer answer) {
    List<Reply> ended =
        answer.alternatives().stream().filter(reply -> !reply.state().isLive()).toList();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    Reply reply = answer.reply().state().isLive() ? ended.getLast() : answer.reply();
    Reply copied =
        new Reply(
            identities.next(),
            reply.model(),
            reply.state(),
            reply.parts(),
            reply.outcome(),
            reply.timing());
    return Optional.of(new Answer(answer.turn(), List.of(copied), 0));
  }

  /**
   * Lets a pane begin anew: an empty one of the same model and settings takes its place. What was
   * said stays in the history, as that of a pane that was closed.
   */
  public Pane clearPane(UUID comparison, UUID pane, PaneSpec spec) throws HistoryException {
    Pane made = Pane.empty(identities.next(), spec.model(), spec.parameters());
    history.replacePane(comparison, pane, made);
    return made;
  }

  /** Whether a prompt to all panes goes to this one too. */
  public void syncPane(UUID pane, boolean inSync) throws HistoryException {
    history.syncPane(pane, inSync);
  }

  /** Makes one of the alternatives of an answer the one in use: the model is told this one. */
  public void useReply(UUID reply) throws HistoryException {
    history.useReply(reply);
  }

  /** Makes the branch that begins with a turn the one in use. */
  public void useTurn(UUID turn) throws HistoryException {
    history.useTurn(turn);
  }

  /** Puts other panes in the place of those there are; for a comparison nothing was sent to yet. */
  public void replacePanes(UUID comparison, List<PaneSpec> panes) throws HistoryException {
    List<Pane> before = open(comparison).map(Comparison::panes).orElse(List.of());
    for (PaneSpec spec : panes) {
      addPane(comparison, spec);
    }
    for (Pane pane : before) {
      closePane(pane.id());
    }
  }

  /** Takes a pane out of the row. Its replies stay in the database. */
  public void closePane(UUID pane) throws HistoryException {
    history.closePane(pane);
  }

  /** Puts the pane closed last, of those with replies, at the end of the row again, if any. */
  public Optional<UUID> reopenPane(UUID comparison) throws HistoryException {
    return history.reopenPane(comparison);
  }

  public void orderPanes(UUID comparison, List<UUID> panes) throws HistoryException {
    history.orderPanes(comparison, panes);
  }

  public void changePane(UUID pane, ModelRef model, Parameters parameters) throws HistoryException {
    history.changePane(pane, model, parameters);
  }

  /**
   * Where a pane is being read; null for the bottom. A history that is open for reading only keeps
   * no place, and does not complain.
   */
  public void keepPlace(UUID pane, @Nullable ReadingPlace place) throws HistoryException {
    if (unwritable().isEmpty()) {
      history.keepPlace(pane, place);
    }
  }

  /** Where the panes of a comparison are being read; those at the bottom are left out. */
  public Map<UUID, ReadingPlace> places(UUID comparison) throws HistoryException {
    return history.places(comparison);
  }
}
