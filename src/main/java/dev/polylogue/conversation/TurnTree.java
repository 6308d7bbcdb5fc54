package dev.polylogue.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a comparison. They form a tree: a turn follows another one or none, and a message
 * that was edited and sent again stands beside its first wording. Of the turns that follow the same
 * one, one is in use; those in use, from the first on, are the path in use.
 */
public final class TurnTree {
  public static final TurnTree EMPTY = new TurnTree(List.of());

  /**
   * A turn in its place.
   *
   * @param parent the turn it follows, or null
   * @param inUse whether it is the one in use of those that follow the same turn
   */
  public record Node(Turn turn, @Nullable UUID parent, boolean inUse) {}

  private final List<Node> nodes;
  private final Map<UUID, Node> byId = new HashMap<>();
  private final Map<@Nullable UUID, List<UUID>> children = new HashMap<>();
  private final List<Turn> path;

  /**
   * @param nodes in the order of their making, so that each follows its parent
   * @throws IllegalArgumentException when a turn comes before its parent, or two are in use where
   *     one can be
   */
  public TurnTree(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
    Map<@Nullable UUID, Turn> used = new HashMap<>();
    for (Node node : nodes) {
      UUID id = node.turn.id();
      if (node.parent != null && !byId.containsKey(node.parent)) {
        throw new IllegalArgumentException("a prompt comes before the one it follows");
      }
      if (byId.put(id, node) != null || node.inUse && used.put(node.parent, node.turn) != null) {
        throw new IllegalArgumentException("a prompt is not the only one in its place");
      }
      children.computeIfAbsent(node.parent, parent -> new ArrayList<>()).add(id);
    }
    List<Turn> followed = new ArrayList<>();
    for (Turn turn = used.get(null); turn != null; turn = used.get(turn.id())) {
      followed.add(turn);
    }
    path = List.copyOf(followed);
  }

  /** Turns that follow one another, all of them in use. */
  public static TurnTree line(List<Turn> turns) {
    List<Node> nodes = new ArrayList<>();
    UUID last = null;
    for (Turn turn : turns) {
      nodes.add(new Node(turn, last, true));
      last = turn.id();
    }
    return new TurnTree(nodes);
  }

  /** Every turn of every branch, in the order of their making. */
  public List<Node> nodes() {
    return nodes;
  }

  /** The path in use, first to last. */
  public List<Turn> path() {
    return path;
  }

  /** A turn of whichever branch. */
  public Optional<Turn> turn(UUID turn) {
    return Optional.ofNullable(byId.get(turn)).map(Node::turn);
  }

  /** The path that leads to a turn of whichever branch, with the turn itself at its end. */
  public List<Turn> pathTo(UUID turn) {
    Deque<Turn> steps = new ArrayDeque<>();
    for (Node node = byId.get(turn); node != null; node = parentOf(node)) {
      steps.addFirst(node.turn);
    }
    return List.copyOf(steps);
  }

  private @Nullable Node parentOf(Node node) {
    return node.parent == null ? null : byId.get(node.parent);
  }

  /** The wordings of a message, oldest first, among them the turn itself; empty when unknown. */
  public List<UUID> siblings(UUID turn) {
    Node node = byId.get(turn);
    return node == null ? List.of() : List.copyOf(children.getOrDefault(node.parent, List.of()));
  }

  /** With one more turn at the end of the path in use. */
  public TurnTree followedBy(Turn turn) {
    return with(turn, path.isEmpty() ? null : path.getLast().id());
  }

  /** With one more turn beside another one, in use in its stead. */
  public TurnTree beside(UUID sibling, Turn turn) {
    Node node = byId.get(sibling);
    if (node == null) {
      throw new IllegalArgumentException("There is no turn " + sibling + ".");
    }
    return with(turn, node.parent);
  }

  private TurnTree with(Turn turn, @Nullable UUID parent) {
    List<Node> more = new ArrayList<>();
    for (Node node : nodes) {
      boolean leaves = node.inUse && Objects.equals(node.parent, parent);
      more.add(leaves ? new Node(node.turn, parent, false) : node);
    }
    more.add(new Node(turn, parent, true));
    return new TurnTree(more);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TurnTree tree && nodes.equals(tree.nodes);
  }

  @Override
  public int hashCode() {
    return nodes.hashCode();
  }

  @Override
  public String toString() {
    return "TurnTree" + nodes;
  }
}
