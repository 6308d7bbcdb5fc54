package dev.polylogue.session;

import dev.polylogue.attachment.PdfText;
import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.PaneThread;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sends a prompt to the panes of a comparison. Rounds belong to the program, not to a view: they go
 * on while another comparison is on screen.
 */
public final class Compare implements AutoCloseable {
  private final HistoryStore history;
  private final Providers providers;
  private final Rounds rounds;
  private final Identities identities;
  private final InstantSource clock;
  private final Attachments attachments;
  private final Delivery delivery;
  private final Titles titles;

  public Compare(
      HistoryStore history,
      Providers providers,
      Runner runner,
      Identities identities,
      InstantSource clock) {
    this.history = history;
    this.providers = providers;
    this.rounds = new Rounds(runner);
    this.identities = identities;
    this.clock = clock;
    PdfText pdf = new PdfText();
    this.attachments = new Attachments(pdf, history.blobs());
    this.delivery = new Delivery(pdf);
    this.titles = new Titles(history, providers);
  }

  /** Titles made by models. */
  public Titles titles() {
    return titles;
  }

  /** Pictures and files for prompts, and those of earlier ones. */
  public Attachments attachments() {
    return attachments;
  }

  /**
   * Sends one prompt to the named panes. The user's message is in the history before the first
   * request leaves, and its attachments before it.
   *
   * @throws IllegalArgumentException when there is no such comparison, or no such pane in it
   */
  public Round send(UUID comparison, Prompt prompt, Set<UUID> panes) throws HistoryException {
    Comparison before = load(comparison);
    Turn turn = turn(prompt);
    Map<UUID, Reply> queued = queue(before, panes);
    attachments.keep(prompt.attachments());
    history.beginTurn(comparison, turn, queued);
    prompt.attachments().forEach(attachments::forget);
    Comparison after = before.with(before.tree().followedBy(turn));
    return start(after, turn, queued, new HistoryJournal(history));
  }

  /**
   * Sends a message once more in other words. It begins a branch beside the message it was made of,
   * which stays with all that follows it; the branch is in use from now on.
   *
   * @param edited the turn of the message, of whichever branch
   */
  public Round edit(UUID comparison, UUID edited, Prompt prompt, Set<UUID> panes)
      throws HistoryException {
    Comparison before = load(comparison);
    Turn turn = turn(prompt);
    Map<UUID, Reply> queued = queue(before, panes);
    attachments.keep(prompt.attachments());
    history.beginBranch(comparison, edited, turn, queued);
    prompt.attachments().forEach(attachments::forget);
    Comparison after = before.with(before.tree().beside(edited, turn));
    return start(after, turn, queued, new HistoryJournal(history));
  }

  /** Sends one prompt to models of which nothing is kept. */
  public Round sendUnsaved(List<PaneSpec> specs, Prompt prompt) {
    Comparison passing = new Comparisons(history, identities, clock).draftOf(specs, "");
    Turn turn = turn(prompt);
    Set<UUID> all = Set.copyOf(passing.panes().stream().map(Pane::id).toList());
    Comparison after = passing.with(passing.tree().followedBy(turn));
    return start(after, turn, queue(passing, all), Journal.NONE);
  }

  /**
   * Asks a pane once more for its answer to a turn. Adds an alternative; the earlier reply stays.
   */
  public Round retry(UUID comparison, UUID pane, UUID turn) throws HistoryException {
    return retry(comparison, Set.of(pane), turn);
  }

  /** The same for several panes. */
  public Round retry(UUID comparison, Set<UUID> panes, UUID turn) throws HistoryException {
    Comparison before = load(comparison);
    Turn asked =
        before.turn(turn).orElseThrow(() -> new IllegalArgumentException("No turn " + turn));
    Map<UUID, Reply> queued = queue(before, panes);
    for (Map.Entry<UUID, Reply> entry : queued.entrySet()) {
      history.beginAlternative(entry.getKey(), turn, entry.getValue());
    }
    return start(before, asked, queued, new HistoryJournal(history));
  }

  /**
   * Prepares to ask a pane every message of the path in use that it has no answer to. Nothing is
   * asked before {@link Replay#next}.
   */
  public Replay replay(UUID comparison, UUID pane) throws HistoryException {
    Comparison now = load(comparison);
    Pane asked =
        now.pane(pane).orElseThrow(() -> new IllegalArgumentException("No pane " + pane + "."));
    List<Turn> turns =
        now.turns().stream()
            .filter(turn -> !asked.answer(turn.id()).map(Compare::isUsable).orElse(false))
            .toList();
    return new Replay(this, comparison, pane, turns);
  }

  private static boolean isUsable(Answer answer) {
    return answer.reply().state() == ReplyState.COMPLETE
        || answer.reply().state() == ReplyState.TRUNCATED;
  }

  /** The rounds of a comparison that are still live. */
  public List<Round> live(UUID comparison) {
    return rounds.live(comparison);
  }

  /** Ends every live round as interrupted, and waits until all of it is stored. */
  @Override
  public void close() {
    rounds.close();
  }

  private Comparison load(UUID comparison) throws HistoryException {
    return history
        .load(comparison)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no comparison " + comparison + "."));
  }

  private Turn turn(Prompt prompt) {
    return new Turn(identities.next(), prompt.message(), clock.instant());
  }

  private Map<UUID, Reply> queue(Comparison comparison, Set<UUID> panes) {
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    for (Pane pane : comparison.panes()) {
      if (panes.contains(pane.id())) {
        queued.put(pane.id(), Reply.queued(identities.next(), pane.model()));
      }
    }
    if (queued.isEmpty() || queued.size() != panes.size()) {
      throw new IllegalArgumentException("A pane that was named is not part of the comparison.");
    }
    return queued;
  }

  /**
   * @param after with the turn in its place
   */
  private Round start(Comparison after, Turn turn, Map<UUID, Reply> queued, Journal journal) {
    List<Job> jobs = new ArrayList<>();
    for (Pane pane : after.panes()) {
      Reply reply = queued.get(pane.id());
      if (reply != null) {
        ChatRequest request =
            new ChatRequest(
                providers.card(pane.model()),
                pane.parameters(),
                PaneThread.upTo(after, pane, turn.id()),
                attachments);
        jobs.add(new Job(pane.id(), reply, request.card(), () -> open(pane.model(), request)));
      }
    }
    return rounds.start(after.id(), turn.id(), jobs, journal);
  }

  /** On the thread of the run: files are read and PDFs are turned into text here. */
  private ChatStream open(ModelRef model, ChatRequest wanted) throws ProviderException {
    ProviderSettings settings = providers.settings(model.provider());
    Delivery.Prepared ready = delivery.prepare(wanted, settings);
    return WarnedStream.of(ready.warnings(), providers.chat(ready.request()));
  }
}
