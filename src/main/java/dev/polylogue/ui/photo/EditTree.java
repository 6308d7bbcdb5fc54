package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The photo and its results as a tree, laid out: a column for each step away from the photo, and
 * every source in the middle of what was made of it.
 *
 * @param nodes the photo first, each source before its results
 * @param columns how many there are
 * @param rows how tall it is: one for each result that has nothing made of it, and the gaps between
 *     steps
 */
public record EditTree(List<Node> nodes, int columns, double rows) {
  static final EditTree EMPTY = new EditTree(List.of(), 0, 0);

  /** In rows, between what was asked for in one go and what comes below it. */
  private static final double GAP = 0.4;

  public EditTree {
    nodes = List.copyOf(nodes);
  }

  /** How a node stands. */
  public enum State {
    DONE,
    STARRED,
    /** Still being made. */
    WORKING,
    /** Refused or broken off. */
    FAILED,
    /** By the user. */
    STOPPED,
    /** In the trash. */
    GONE
  }

  /**
   * One picture.
   *
   * @param picture as it is shown; null where there is none, or none yet
   */
  public record Node(Origin origin, Shelf.@Nullable Wanted picture, State state, Place place) {
    public @Nullable PictureRef ref() {
      return origin.ref;
    }
  }

  /**
   * Whence a picture comes.
   *
   * @param ref null for the photo itself, as are the others
   */
  public record Origin(
      @Nullable PictureRef ref,
      @Nullable UUID turn,
      @Nullable ModelRef model,
      String instruction) {}

  /**
   * Where it stands.
   *
   * @param row from 0; a source may stand between two rows
   * @param parent the number of its source among the nodes, or -1 for the photo
   */
  public record Place(int column, double row, int parent) {}

  /** What is known of a result before it has its place. */
  private record Found(Origin origin, Shelf.@Nullable Wanted picture, State state) {}

  /**
   * @param withTrash whether all that is in the trash has a place, not only that of which something
   *     was made
   */
  static EditTree of(EditSession session, boolean withTrash) {
    return new Builder(session, withTrash).build();
  }

  /** The numbers of the nodes that are the first of their step. */
  List<Integer> beginnings() {
    Map<Integer, UUID> last = new HashMap<>();
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      UUID step = nodes.get(i).origin.turn;
      if (step != null && !step.equals(last.put(nodes.get(i).place.parent, step))) {
        first.add(i);
      }
    }
    return first;
  }

  /** Whether something was made of a node. */
  boolean isSource(int number) {
    return nodes.stream().anyMatch(node -> node.place.parent == number);
  }

  /** The number of the node that stands for a picture; -1 when there is none. */
  int find(@Nullable PictureRef ref) {
    for (int i = 0; i < nodes.size(); i++) {
      if (Objects.equals(nodes.get(i).ref(), ref)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The node that an arrow key leads to: left to the source, right to what was made of it, up and
   * down within the column.
   *
   * @return the same where there is no other
   */
  int beside(int from, int right, int down) {
    if (from < 0) {
      return nodes.isEmpty() ? -1 : 0;
    }
    Place here = nodes.get(from).place;
    if (right < 0) {
      return here.parent < 0 ? from : here.parent;
    }
    int column = here.column + (right > 0 ? 1 : 0);
    int best = from;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < nodes.size(); i++) {
      Place there = nodes.get(i).place;
      double way = (there.row - here.row) * (down == 0 ? 1 : down);
      boolean possible =
          right > 0 ? there.parent == from : there.column == column && way > 0 && i != from;
      if (possible && Math.abs(way) < least) {
        least = Math.abs(way);
        best = i;
      }
    }
    return best;
  }

  private static final class Builder {
    private final EditSession session;
    private final boolean withTrash;
    private final Map<PictureRef, List<Found>> made = new HashMap<>();
    private final List<Found> first = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private double rows;
    private double parted;
    private int columns;

    Builder(EditSession session, boolean withTrash) {
      this.session = session;
      this.withTrash = withTrash;
    }

    EditTree build() {
      for (Turn turn : session.turns()) {
        session.shown(turn).forEach(this::sort);
      }
      Origin origin = new Origin(null, null, null, "");
      place(new Found(origin, Shelf.Wanted.plain(session.photo()), State.DONE), 0, -1);
      return new EditTree(nodes, columns, rows);
    }

    private void sort(EditSession.Result result) {
      List<Blob> pictures = result.pictures();
      Keeping keeping = Keeping.of(session.source(result.turn()), result.step());
      for (int i = 0; i < Math.max(1, pictures.size()); i++) {
        PictureRef ref = new PictureRef(result.reply().id(), i);
        Shelf.Wanted picture =
            i < pictures.size() ? new Shelf.Wanted(pictures.get(i), keeping) : null;
        Origin origin =
            new Origin(
                ref,
                result.turn().id(),
                result.reply().model(),
                result.turn().user().text().strip());
        PictureRef source = result.step().source();
        List<Found> siblings =
            source == null ? first : made.computeIfAbsent(source, key -> new ArrayList<>());
        siblings.add(new Found(origin, picture, state(ref, picture, result.reply().state())));
      }
    }

    private State state(PictureRef ref, Shelf.@Nullable Wanted picture, ReplyState reply) {
      if (session.trashed().contains(ref)) {
        return State.GONE;
      }
      if (picture == null) {
        return switch (reply) {
          case STOPPED -> State.STOPPED;
          case QUEUED, CONNECTING, WAITING, STREAMING -> State.WORKING;
          case COMPLETE, FAILED, INTERRUPTED, TRUNCATED -> State.FAILED;
        };
      }
      return session.starred().contains(ref) ? State.STARRED : State.DONE;
    }

    private List<Found> madeOf(Found found) {
      PictureRef ref = found.origin.ref;
      List<Found> all = ref == null ? first : made.getOrDefault(ref, List.of());
      return all.stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Found found) {
      return withTrash || found.state != State.GONE || !madeOf(found).isEmpty();
    }

    /** A step begins: it is set off from what stands above it, if anything does. */
    private void part() {
      if (rows > parted) {
        rows += GAP;
        parted = rows;
      }
    }

    /** The row it got. */
    private double place(Found found, int column, int parent) {
      int number = nodes.size();
      Node node = new Node(found.origin, found.picture, found.state, new Place(column, 0, parent));
      nodes.add(node);
      columns = Math.max(columns, column + 1);
      List<Found> below = madeOf(found);
      double row;
      if (below.isEmpty()) {
        row = rows;
        rows++;
      } else {
        part();
        double top = place(below.getFirst(), column + 1, number);
        double bottom = top;
        UUID step = below.getFirst().origin.turn;
        for (Found next : below.subList(1, below.size())) {
          if (!Objects.equals(next.origin.turn, step)) {
            step = next.origin.turn;
            part();
          }
          bottom = place(next, column + 1, number);
        }
        row = (top + bottom) / 2;
      }
      nodes.set(
          number,
          new Node(found.origin, found.picture, found.state, new Place(column, row, parent)));
      return row;
    }
  }
}
