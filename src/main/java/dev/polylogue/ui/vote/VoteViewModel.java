package dev.polylogue.ui.vote;

import dev.polylogue.session.Votes;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** Voting in the comparison on screen, and whether its models are hidden. FX thread. */
public final class VoteViewModel {
  private final Votes store;
  private final Work work;
  private final Consumer<Exception> trouble;

  private final ReadOnlyObjectWrapper<@Nullable Blinding> blinding = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Matter> matter = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable UUID> asked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Vote>> votes = new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableBooleanValue blind = blinding.isNotNull();
  private final ObservableBooleanValue shown = blinding.isNotNull().or(asked.isNotNull());
  private final ObservableBooleanValue votable =
      Bindings.createBooleanBinding(this::isVotable, matter, blinding, asked);
  private final ObservableBooleanValue revealable =
      Bindings.createBooleanBinding(() -> isMasked() && verdict.get() != null, blinding, verdict);
  private @Nullable UUID comparison;
  private List<UUID> turns = List.of();

  /**
   * @param work done one piece after another, so that the last vote is stored last
   */
  public VoteViewModel(Votes store, Work work, Consumer<Exception> trouble) {
    this.store = store;
    this.work = work;
    this.trouble = trouble;
  }

  // Properties

  /** How the models are hidden; null while they are not. */
  public ReadOnlyObjectProperty<@Nullable Blinding> blindingProperty() {
    return blinding.getReadOnlyProperty();
  }

  /** Whether the comparison is voted on blindly, the names being back at the moment or not. */
  public ObservableBooleanValue blindProperty() {
    return blind;
  }

  /** Whether nobody is to know the models right now. */
  public boolean isMasked() {
    Blinding now = blinding.get();
    return now != null && !now.revealed();
  }

  /** What is voted on, or null when there is nothing. */
  public ReadOnlyObjectProperty<@Nullable Matter> matterProperty() {
    return matter.getReadOnlyProperty();
  }

  /** The vote on just these replies, or null. */
  public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** The turn that somebody asked to vote on, or null for the last one while blind. */
  public ReadOnlyObjectProperty<@Nullable UUID> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** The votes of the comparison that count. */
  public ReadOnlyObjectProperty<List<Vote>> votesProperty() {
    return votes.getReadOnlyProperty();
  }

  /** Whether there is anything to show of voting. */
  public ObservableBooleanValue shownProperty() {
    return shown;
  }

  public ObservableBooleanValue votableProperty() {
    return votable;
  }

  /** Whether the names may come back: not before there is a vote. */
  public ObservableBooleanValue revealableProperty() {
    return revealable;
  }

  // Commands

  /**
   * Another comparison is on screen.
   *
   * @param order of its turns
   */
  public void enter(Votes.Booth booth, List<UUID> order) {
    comparison = booth.comparison();
    turns = List.copyOf(order);
    asked.set(null);
    matter.set(null);
    votes.set(booth.votes());
    blinding.set(booth.blinding());
    judge();
  }

  /** There may be new turns. */
  public void follow(List<UUID> order) {
    boolean more = order.size() > turns.size();
    turns = List.copyOf(order);
    if (more) {
      asked.set(null);
    }
  }

  /** A prompt is on its way: names that were back are hidden again, in another order. */
  public void hideAgain() {
    Blinding now = blinding.get();
    if (now != null && now.revealed()) {
      blind(now.again(store.seed(), turns.isEmpty() ? null : turns.getLast()));
    }
  }

  /** How a comparison that follows this one is to be hidden; null for not at all. */
  public @Nullable Blinding next() {
    Blinding now = blinding.get();
    return now == null ? null : now.again(store.seed(), null);
  }

  /** Whether the turn was asked while the models were hidden, and they still are. */
  public boolean isBlind(UUID turn) {
    Blinding now = blinding.get();
    return now != null && !now.revealed() && now.covers(turn, turns);
  }

  /**
   * The votes that may be seen. While the models are hidden, one on a turn that was asked when they
   * were named would tell which they are, unless that turn is the one voted on now.
   */
  public List<Vote> seenVotes() {
    Matter now = matter.get();
    UUID subject = now == null ? null : now.turn();
    return votes.get().stream()
        .filter(vote -> !isMasked() || isBlind(vote.turn()) || vote.turn().equals(subject))
        .toList();
  }

  /** Says what can be voted on. */
  public void offer(@Nullable Matter offered) {
    matter.set(offered);
    judge();
  }

  /** Opens the vote on a turn. */
  public void ask(UUID turn) {
    asked.set(turn);
  }

  /** Done with a vote that was asked for. */
  public void dismiss() {
    asked.set(null);
  }

  /** Hides the models, or names them again for good. */
  public void toggleBlind() {
    asked.set(null);
    blind(
        blinding.get() != null
            ? null
            : new Blinding(store.seed(), turns.isEmpty() ? null : turns.getLast(), true, false));
  }

  public void hold(boolean wanted) {
    Blinding now = blinding.get();
    if (now != null && now.hold() != wanted) {
      blind(now.withHold(wanted));
    }
  }

  /** The names come back until the next prompt. */
  public void reveal() {
    Blinding now = blinding.get();
    if (now != null && revealable.get()) {
      blind(now.reveal());
    }
  }

  /**
   * Says that one was better than the others.
   *
   * @param place among the candidates, from 0; one that failed can't be chosen
   */
  public void prefer(int place) {
    Matter now = matter.get();
    if (now != null && place < now.candidates().size()) {
      Matter.Candidate chosen = now.candidates().get(place);
      if (chosen.state() == Matter.State.ANSWERED) {
        cast(new Verdict.Winner(chosen.reply()));
      }
    }
  }

  public void cast(Verdict wanted) {
    Matter now = matter.get();
    UUID in = comparison;
    if (now == null || in == null || !votable.get() || wanted.equals(verdict.get())) {
      return;
    }
    List<UUID> replies = now.answered().stream().map(Matter.Candidate::reply).toList();
    verdict.set(wanted);
    Slip slip = new Slip(in, now.turn(), replies, wanted, now.blind());
    work.run(
        () -> store.cast(slip),
        counted -> {
          if (in.equals(comparison)) {
            votes.set(counted);
            judge();
          }
        },
        failure -> {
          trouble.accept(failure);
          judge();
        });
  }

  private void blind(@Nullable Blinding changed) {
    UUID in = comparison;
    if (in != null) {
      blinding.set(changed);
      work.act(() -> store.blind(in, changed), () -> {}, trouble);
    }
  }

  /** A vote after the names came back is another vote, which is asked for at the turn itself. */
  private boolean isVotable() {
    Matter now = matter.get();
    Blinding hidden = blinding.get();
    boolean over = hidden != null && hidden.revealed() && asked.get() == null;
    return now != null && now.isVotable() && !over;
  }

  private void judge() {
    Matter now = matter.get();
    verdict.set(
        now == null
            ? null
            : votes.get().stream()
                .filter(vote -> vote.turn().equals(now.turn()) && now.isOf(vote.ballot()))
                .map(vote -> vote.ballot().verdict())
                .findFirst()
                .orElse(null));
  }
}
