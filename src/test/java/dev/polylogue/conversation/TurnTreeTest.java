package dev.polylogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.TurnTree.Node;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnTreeTest {
  private final Turn one = turn("one");
  private final Turn two = turn("two");
  private final Turn three = turn("three");
  private final Turn other = turn("two in other words");

  private static Turn turn(String prompt) {
    return new Turn(UUID.randomUUID(), Message.user(prompt), Instant.EPOCH);
  }

  private static Node node(Turn turn, @Nullable Turn parent, boolean inUse) {
    return new Node(turn, parent == null ? null : parent.id(), inUse);
  }

  @Test
  void anEditedMessageStandsBesideItsFirstWordingInItsStead() {
    TurnTree tree = TurnTree.line(List.of(one, two, three)).beside(two.id(), other);

    assertThat(tree.path()).containsExactly(one, other);
    assertThat(tree.siblings(other.id())).containsExactly(two.id(), other.id());
    assertThat(tree.siblings(one.id())).containsExactly(one.id());
    assertThat(tree.pathTo(three.id())).containsExactly(one, two, three);
    assertThat(tree.turn(three.id())).contains(three);
  }

  @Test
  void theFirstMessageCanBeEditedToo() {
    TurnTree tree = TurnTree.line(List.of(one, two)).beside(one.id(), other);
    assertThat(tree.path()).containsExactly(other);
    assertThat(tree.siblings(other.id())).containsExactly(one.id(), other.id());
  }

  @Test
  void aTreeOfBranchesWithContinuationsOfTheirOwnIsFollowedAlongTheOneInUse() {
    TurnTree tree =
        new TurnTree(
            List.of(
                node(one, null, true),
                node(two, one, false),
                node(other, one, true),
                node(three, two, true)));
    assertThat(tree.path()).containsExactly(one, other);
    assertThat(tree.followedBy(turn("four")).path()).hasSize(3).startsWith(one, other);
    assertThat(tree.pathTo(three.id())).containsExactly(one, two, three);
  }

  @Test
  void whereNoneIsInUseThePathEnds() {
    TurnTree tree = new TurnTree(List.of(node(one, null, true), node(two, one, false)));
    assertThat(tree.path()).containsExactly(one);
  }

  @Test
  void aTreeIsRefusedThatIsNone() {
    assertThatThrownBy(() -> new TurnTree(List.of(node(two, one, true), node(one, null, true))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TurnTree(List.of(node(one, null, true), node(two, null, true))))
        .isInstanceOf(IllegalArgumentException.class)
        .as("no name of the program's own is told")
        .hasMessage("a prompt is not the only one in its place");
  }

  @Test
  void aPaneSaysOnlyWhatBelongsToTheBranchOfTheTurn_T13() {
    TurnTree tree =
        TurnTree.line(List.of(one, two, three)).beside(two.id(), other).followedBy(turn("four"));
    Pane pane =
        new Pane(
            UUID.randomUUID(),
            new ModelRef("p", "m"),
            Parameters.NONE,
            true,
            List.of(answer(one), answer(two), answer(other)));
    Comparison comparison =
        new Comparison(UUID.randomUUID(), "", Instant.EPOCH, List.of(pane), tree, "");

    assertThat(said(comparison, pane, tree.path().getLast()))
        .containsExactly("one", "to one", "two in other words", "to two in other words", "four");
    assertThat(said(comparison, pane, three))
        .containsExactly("one", "to one", "two", "to two", "three");
  }

  private static Answer answer(Turn turn) {
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            new ModelRef("p", "m"),
            ReplyState.COMPLETE,
            List.of(new Part.Text("to " + turn.user().text())),
            Outcome.NONE,
            Timing.NONE);
    return new Answer(turn.id(), List.of(reply), 0);
  }

  private static List<String> said(Comparison comparison, Pane pane, Turn turn) {
    return PaneThread.upTo(comparison, pane, turn.id()).stream().map(Message::text).toList();
  }
}
