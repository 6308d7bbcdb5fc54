package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens a comparison at a message that was found in it: on whichever branch it lies, and however
 * far up. FX thread.
 */
public final class Landing {
  /** The last turns of a comparison come first, the others after them. */
  private static final int TRIES = 3;

  private final ChatViewModel chat;
  private final FindViewModel find;
  private final Comparisons comparisons;
  private final Work work;
  private final Tower tower;
  private @Nullable Found wanted;

  /** What the rest of the window does for it. */
  public interface Tower {
    void open(UUID comparison);

    /** Says in place what is otherwise than the reader may expect. */
    void tell(Note note);

    void report(Exception trouble);
  }

  /** What there may be to say. */
  public enum Note {
    /** The message lies on another branch, or is another reply, than was in use. */
    BRANCH,
    /** The pane of the reply is closed: its prompt is shown. */
    CLOSED,
    /** The message is not there any more. */
    GONE
  }

  /**
   * @param work one piece after another, the same that the chat is read by
   */
  public Landing(
      ChatViewModel chat, FindViewModel find, Comparisons comparisons, Work work, Tower tower) {
    this.chat = chat;
    this.find = find;
    this.comparisons = comparisons;
    this.work = work;
    this.tower = tower;
  }

  /** What has to be put in use so that a message is on screen. */
  private record Way(boolean isThere, List<UUID> turns, @Nullable UUID reply) {
    boolean isOther() {
      return !turns.isEmpty() || reply != null;
    }
  }

  public void at(Found found) {
    wanted = found;
    if (found.place().turn() == null) {
      find.close();
      tower.open(found.comparison());
      return;
    }
    work.run(() -> prepare(found), way -> go(found, way), tower::report);
  }

  private Way prepare(Found found) throws Exception {
    Way way = comparisons.open(found.comparison()).map(all -> way(all, found)).orElse(nowhere());
    for (UUID turn : way.turns) {
      comparisons.useTurn(turn);
    }
    if (way.reply != null) {
      comparisons.useReply(way.reply);
    }
    return way;
  }

  private static Way nowhere() {
    return new Way(false, List.of(), null);
  }

  private static Way way(Comparison all, Found found) {
    UUID wanted = found.place().turn();
    if (wanted == null) {
      return nowhere();
    }
    List<UUID> path = all.tree().pathTo(wanted).stream().map(turn -> turn.id()).toList();
    List<UUID> turns = new ArrayList<>();
    for (TurnTree.Node node : all.tree().nodes()) {
      if (path.contains(node.turn().id()) && !node.inUse()) {
        turns.add(node.turn().id());
      }
    }
    UUID reply = found.place().reply();
    boolean other =
        all.panes().stream()
            .filter(pane -> pane.id().equals(found.place().pane()))
            .flatMap(pane -> pane.answer(wanted).stream())
            .anyMatch(answer -> !answer.reply().id().equals(reply));
    return new Way(!path.isEmpty(), turns, other ? reply : null);
  }

  private void go(Found found, Way way) {
    if (!found.equals(wanted)) {
      return;
    }
    if (!way.isThere) {
      tower.tell(Note.GONE);
      return;
    }
    Comparison now = chat.openedProperty().get();
    boolean isOpen = now != null && now.id().equals(found.comparison());
    if (!isOpen || way.isOther()) {
      tower.open(found.comparison());
    }
    if (way.isOther()) {
      tower.tell(Note.BRANCH);
    }
    arrive(found, isOpen && !way.isOther() ? 1 : TRIES);
  }

  /** Behind whatever is being read for the panes at this moment. */
  private void arrive(Found found, int tries) {
    work.run(() -> true, yes -> look(found, tries), tower::report);
  }

  private void look(Found found, int tries) {
    if (!found.equals(wanted)) {
      return;
    }
    Found.Place place = found.place();
    UUID turn = place.turn();
    PaneViewModel pane = turn == null ? null : pane(turn, place.pane());
    if (turn != null && pane != null) {
      boolean closed = place.pane() != null && !pane.id().equals(place.pane());
      if (closed) {
        tower.tell(Note.CLOSED);
      }
      boolean prompt = closed || place.role() == Found.Role.USER;
      String words = closed ? "" : found.snippet().firstMarked();
      find.lead(new FindViewModel.Aim(pane, turn, prompt), words);
    } else if (tries > 1) {
      arrive(found, tries - 1);
    } else {
      tower.tell(Note.CLOSED);
    }
  }

  /** The one that the message stands in; else the current one, or any, that has its turn. */
  private @Nullable PaneViewModel pane(UUID turn, @Nullable UUID wantedPane) {
    List<PaneViewModel> holding =
        chat.panes().stream()
            .filter(pane -> pane.turns().stream().anyMatch(row -> row.turn().equals(turn)))
            .toList();
    return holding.stream()
        .filter(pane -> pane.id().equals(wantedPane))
        .findFirst()
        .or(() -> holding.stream().filter(p -> p == chat.currentProperty().get()).findFirst())
        .or(() -> holding.stream().findFirst())
        .orElse(null);
  }
}
