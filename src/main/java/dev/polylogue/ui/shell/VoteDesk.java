package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Votes;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.Disguise;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.vote.Matter;
import dev.polylogue.ui.vote.TagsViewModel;
import dev.polylogue.ui.vote.VoteViewModel;
import dev.polylogue.vote.Blinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Joins the panes on screen with voting: dresses them, and says what can be voted on. FX thread.
 */
public final class VoteDesk {
  private final ChatViewModel chat;
  private final Votes votes;
  private final Work inOrder;
  private final Texts texts;
  private final Consumer<Exception> trouble;
  private final VoteViewModel model;
  private final TagsViewModel tags;
  private final ListChangeListener<TranscriptTurn> turnsChanged = this::turnsChanged;
  private final List<PaneViewModel> watched = new ArrayList<>();
  private List<PaneViewModel> own = List.of();
  private Votes.@Nullable Booth prepared;
  private boolean looking;

  VoteDesk(
      ChatViewModel chat, Votes votes, Work inOrder, Texts texts, Consumer<Exception> trouble) {
    this.chat = chat;
    this.votes = votes;
    this.inOrder = inOrder;
    this.texts = texts;
    this.trouble = trouble;
    this.model = new VoteViewModel(votes, inOrder, trouble);
    this.tags = new TagsViewModel(votes, inOrder, trouble);
    chat.seatBy(this::seat);
    chat.sendingProperty().addListener((property, before, now) -> sending(now));
    chat.panes().addListener((ListChangeListener<PaneViewModel>) change -> panesChanged());
    model.blindingProperty().addListener((property, before, now) -> look());
    model.askedProperty().addListener((property, before, now) -> look());
    model.votesProperty().addListener((property, before, now) -> mark());
  }

  public VoteViewModel model() {
    return model;
  }

  public TagsViewModel tags() {
    return tags;
  }

  /** Reads what there is to know before a comparison opens, so that no name shows for a moment. */
  void prepare(UUID comparison) {
    inOrder.run(() -> votes.booth(comparison), booth -> prepared = booth, trouble);
  }

  /** The comparison on screen while nobody is to know its models, or null. */
  ObjectBinding<@Nullable UUID> masked() {
    return Bindings.createObjectBinding(
        this::maskedNow, chat.openedProperty(), model.blindingProperty());
  }

  private @Nullable UUID maskedNow() {
    Comparison now = chat.openedProperty().get();
    return now != null && model.isMasked() ? now.id() : null;
  }

  /** The panes in their own order, in whatever order they are shown. */
  List<PaneViewModel> ownOrder() {
    return model.blindProperty().get() ? own : List.copyOf(chat.panes());
  }

  /** The words without the names of panes whose models are hidden. */
  String discreet(String words) {
    String told = words;
    for (PaneViewModel pane : chat.panes()) {
      if (pane.maskedProperty().get()) {
        String letter = pane.faceProperty().getValue().model();
        told = told.replace(pane.model().toString(), letter);
        told = told.replace(pane.model().model(), letter);
        told = told.replace(pane.model().provider(), texts.get("vote.someone"));
      }
    }
    return told;
  }

  /** Panes that are shown anew wear what they have to before anybody sees them. */
  private List<PaneViewModel> seat(Comparison comparison, List<PaneViewModel> row) {
    looking = true;
    own = List.copyOf(row);
    Votes.Booth booth = prepared;
    if (booth != null && booth.comparison().equals(comparison.id())) {
      model.enter(booth, chat.path());
      tags.enter(booth);
    }
    prepared = null;
    looking = false;
    Blinding blinding = model.blindingProperty().get();
    List<PaneViewModel> order = blinding == null ? own : blinding.shuffled(own);
    dress(order, null);
    return order;
  }

  private void sending(boolean now) {
    if (now) {
      model.hideAgain();
    }
  }

  /** A live reply that only grows changes nothing here, and comes with every frame. */
  private void turnsChanged(ListChangeListener.Change<? extends TranscriptTurn> change) {
    boolean onlyGrowth = true;
    while (change.next()) {
      boolean same = change.wasReplaced() && change.getAddedSize() == change.getRemovedSize();
      for (int i = 0; same && i < change.getAddedSize(); i++) {
        Snapshot before = change.getRemoved().get(i).reply();
        Snapshot now = change.getAddedSubList().get(i).reply();
        same =
            before.reply().equals(now.reply()) && before.state().isLive() == now.state().isLive();
      }
      onlyGrowth &= same;
    }
    // No pane is dressed in here: a list can't be changed while it tells of a change.
    if (!onlyGrowth && !looking) {
      looking = true;
      follow();
      offer(subject());
      looking = false;
    }
  }

  private void panesChanged() {
    List<PaneViewModel> now = List.copyOf(chat.panes());
    watched.stream()
        .filter(pane -> !now.contains(pane))
        .forEach(pane -> pane.turns().removeListener(turnsChanged));
    now.stream()
        .filter(pane -> !watched.contains(pane))
        .forEach(pane -> pane.turns().addListener(turnsChanged));
    watched.clear();
    watched.addAll(now);
    if (model.blindingProperty().get() == null) {
      own = now;
    }
    look();
  }

  /** Brings disguises and what is voted on up to date; each is only touched when it changes. */
  private void look() {
    if (!looking) {
      looking = true;
      follow();
      arrange();
      UUID turn = subject();
      dress(chat.panes(), turn);
      offer(turn);
      looking = false;
    }
  }

  private void follow() {
    model.follow(chat.path());
  }

  private void offer(@Nullable UUID turn) {
    model.offer(turn == null ? null : matter(turn));
    mark();
  }

  private void arrange() {
    Blinding blinding = model.blindingProperty().get();
    if (Set.copyOf(own).equals(Set.copyOf(chat.panes()))) {
      chat.arrange(blinding == null ? own : blinding.shuffled(own));
    }
    chat.fixedProperty().set(blinding != null);
  }

  /**
   * The turn that is voted on: the one that was asked for, or while blind the last one that two
   * panes or more have, even if it was asked with the names in sight.
   */
  private @Nullable UUID subject() {
    UUID asked = model.askedProperty().get();
    if (asked != null || !model.blindProperty().get()) {
      return asked;
    }
    return chat.path().reversed().stream()
        .filter(turn -> standing(turn).size() > 1)
        .findFirst()
        .orElse(null);
  }

  private List<PaneViewModel> standing(UUID turn) {
    return chat.panes().stream().filter(pane -> reply(pane, turn).isPresent()).toList();
  }

  private static Optional<TranscriptTurn> reply(PaneViewModel pane, UUID turn) {
    return pane.turns().stream().filter(each -> each.turn().equals(turn)).findFirst();
  }

  private void dress(List<PaneViewModel> row, @Nullable UUID turn) {
    Blinding blinding = model.blindingProperty().get();
    boolean hold =
        blinding != null
            && blinding.hold()
            && row.stream().anyMatch(pane -> pane.busyProperty().get());
    for (int i = 0; i < row.size(); i++) {
      PaneViewModel pane = row.get(i);
      Disguise worn =
          blinding == null || blinding.revealed()
              ? null
              : new Disguise(letter(i), hold ? turn : null, texts.get("vote.silence"));
      if (!Objects.equals(worn, pane.disguiseProperty().get())) {
        pane.disguiseProperty().set(worn);
      }
    }
  }

  /** A, B, C and so on; there are fewer panes than letters. */
  private static String letter(int place) {
    return String.valueOf((char) ('A' + place % 26));
  }

  private Matter matter(UUID turn) {
    List<Matter.Candidate> candidates = new ArrayList<>();
    for (PaneViewModel pane : standing(turn)) {
      TranscriptTurn shown = reply(pane, turn).orElseThrow();
      Snapshot reply = shown.reply();
      candidates.add(
          new Matter.Candidate(reply.reply(), pane.author(shown), state(pane, turn, reply)));
    }
    return new Matter(turn, model.isBlind(turn), candidates);
  }

  private static Matter.State state(PaneViewModel pane, UUID turn, Snapshot shown) {
    boolean last = pane.turns().getLast().turn().equals(turn);
    if (last ? pane.busyProperty().get() : shown.state().isLive()) {
      return Matter.State.LIVE;
    }
    boolean hasWords =
        shown.content().passages().stream().anyMatch(each -> each.kind() == Passage.Kind.TEXT)
            || !shown.content().pictures().isEmpty();
    return hasWords ? Matter.State.ANSWERED : Matter.State.FAILED;
  }

  private void mark() {
    Verdicts.mark(model.seenVotes(), chat.panes(), texts);
  }
}
