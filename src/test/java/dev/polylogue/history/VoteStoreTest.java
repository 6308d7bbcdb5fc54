package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Turn;
import dev.polylogue.vote.Ballot;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Contestant;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.Stand;
import dev.polylogue.vote.TaggedVote;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoteStoreTest {
  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private Comparison comparison;
  private Turn turn;
  private List<UUID> replies;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
    comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(comparison);
    turn = samples.turn("Why?");
    Map<UUID, Reply> queued = samples.queued(comparison);
    store.beginTurn(comparison.id(), turn, queued);
    replies = queued.values().stream().map(Reply::id).toList();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Slip slip(Verdict verdict) {
    return new Slip(comparison.id(), turn.id(), replies, verdict, true);
  }

  private void reopen() throws HistoryException {
    store.close();
    store = HistoryStore.open(folder);
  }

  @Test
  void aVoteComesBackWithWhoseTheRepliesWere() throws HistoryException {
    Pane right = comparison.panes().get(1);
    Parameters cool = Parameters.NONE.with(Setting.TEMPERATURE, "0.1");
    store.changePane(right.id(), right.model(), cool);
    UUID id = samples.id();

    store.votes().cast(id, slip(new Verdict.Winner(replies.get(1))), Samples.NOON);
    store.changePane(right.id(), new ModelRef("other", "one"), Parameters.NONE);
    reopen();

    Stand left =
        new Stand(
            replies.get(0),
            comparison.panes().getFirst().id(),
            new Contestant(Samples.SCRIBE, Parameters.NONE));
    Stand won = new Stand(replies.get(1), right.id(), new Contestant(Samples.GROK, cool));
    assertThat(store.votes().of(comparison.id()))
        .containsExactly(
            new Vote(
                id,
                comparison.id(),
                turn.id(),
                Samples.NOON,
                true,
                new Ballot(List.of(left, won), new Verdict.Winner(replies.get(1)))));
  }

  @Test
  void theLatestVoteOnATurnCounts() throws HistoryException {
    store.votes().cast(samples.id(), slip(new Verdict.Tie()), Samples.NOON);
    store.votes().cast(samples.id(), slip(new Verdict.AllBad()), Samples.NOON.minusSeconds(60));

    assertThat(store.votes().all())
        .extracting(tagged -> tagged.vote().ballot().verdict())
        .containsExactly(new Verdict.AllBad());
  }

  @Test
  void aVoteOnHiddenModelsCountsOnceTheyAreNamed() throws HistoryException {
    VoteStore votes = store.votes();
    Blinding hidden = new Blinding(1, null, true, false);
    votes.blind(comparison.id(), hidden);
    votes.cast(samples.id(), slip(new Verdict.Winner(replies.get(0))), Samples.NOON);
    assertThat(votes.all()).isEmpty();
    assertThat(votes.of(comparison.id())).hasSize(1);

    votes.blind(comparison.id(), hidden.reveal());
    assertThat(votes.all()).hasSize(1);

    votes.blind(comparison.id(), hidden.reveal().again(2, turn.id()));
    assertThat(votes.all()).as("hidden again from the next turn on").hasSize(1);
  }

  @Test
  void whatWasVotedOnStaysWhenAnotherReplyIsGiven() throws HistoryException {
    store.votes().cast(samples.id(), slip(new Verdict.Winner(replies.get(0))), Samples.NOON);
    Pane pane = comparison.panes().getFirst();

    store.beginAlternative(pane.id(), turn.id(), samples.queued(pane));

    assertThat(store.votes().of(comparison.id()).getFirst().ballot().stands())
        .extracting(Stand::reply)
        .containsExactlyElementsOf(replies);
  }

  @Test
  void aVoteOnAReplyThatIsNotThereIsRefusedAsAWhole() throws HistoryException {
    Slip wrong =
        new Slip(
            comparison.id(),
            turn.id(),
            List.of(replies.getFirst(), samples.id()),
            new Verdict.Tie(),
            false);

    assertThatThrownBy(() -> store.votes().cast(samples.id(), wrong, Samples.NOON))
        .isInstanceOf(HistoryException.class);
    assertThat(store.votes().all()).isEmpty();
  }

  @Test
  void tagsAreOfTheComparisonAndGoWithItsVotes() throws HistoryException {
    store.votes().tag(comparison.id(), "physics");
    store.votes().tag(comparison.id(), "code");
    store.votes().tag(comparison.id(), "code");
    store.votes().cast(samples.id(), slip(new Verdict.Tie()), Samples.NOON);

    assertThat(store.votes().tags(comparison.id())).containsExactly("code", "physics");
    assertThat(store.votes().all())
        .extracting(TaggedVote::tags)
        .containsExactly(Set.of("code", "physics"));

    store.votes().untag(comparison.id(), "code");
    assertThat(store.votes().allTags()).containsExactly("physics");
  }

  @Test
  void howModelsAreHiddenSurvivesARestart() throws HistoryException {
    Blinding blinding = new Blinding(Long.MIN_VALUE, turn.id(), true, false);

    store.votes().blind(comparison.id(), blinding);
    reopen();

    assertThat(store.votes().blinding(comparison.id())).contains(blinding);
    store.votes().blind(comparison.id(), null);
    assertThat(store.votes().blinding(comparison.id())).isEmpty();
  }
}
