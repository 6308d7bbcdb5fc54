package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.PictureRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The tree of edits of the photo on screen. FX thread. */
public final class TreeViewModel {
  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final NewsViewModel news;
  private final ReadOnlyObjectWrapper<EditTree> tree = new ReadOnlyObjectWrapper<>(EditTree.EMPTY);
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper(-1);

  public TreeViewModel(PhotoTools tools, PhotoViewModel photo, NewsViewModel news) {
    this.tools = tools;
    this.photo = photo;
    this.news = news;
    photo.sessionProperty().subscribe(this::grow);
    photo.currentProperty().subscribe(tile -> follow(tile));
  }

  private void grow(@Nullable EditSession session) {
    held.set(-1);
    tree.set(session == null ? EditTree.EMPTY : EditTree.of(session));
    follow(photo.currentProperty().get());
  }

  private void follow(@Nullable TileViewModel tile) {
    current.set(tile == null ? -1 : tree.get().find(tile.ref()));
  }

  // Properties

  public ReadOnlyObjectProperty<EditTree> treeProperty() {
    return tree.getReadOnlyProperty();
  }

  /** The number of the node whose tile is the current one, or -1. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The number of the node that waits to be compared with another one, or -1. */
  public ReadOnlyIntegerProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /** On which models a step can be replayed: those that were asked or stand ready. */
  public List<ModelRef> models() {
    SequencedSet<ModelRef> models = new LinkedHashSet<>(photo.compose().models());
    EditSession session = photo.sessionProperty().get();
    if (session != null) {
      session.comparison().panes().stream().map(Pane::model).forEach(models::add);
    }
    return List.copyOf(models);
  }

  /** What a node is called, in a line. */
  String title(EditTree.Node node) {
    ModelRef model = node.origin().model();
    return model == null ? tools.text("photo.original") : model.model();
  }

  // Commands

  /** Shows the step of a node, with its tile as the current one. */
  public void choose(int node) {
    if (node < 0 || node >= tree.get().nodes().size()) {
      return;
    }
    EditTree.Node chosen = tree.get().nodes().get(node);
    UUID turn = chosen.origin().turn();
    PictureRef ref = chosen.ref();
    if (turn == null) {
      photo.use(null);
    } else {
      photo.showStep(turn);
    }
    photo.tiles().stream()
        .filter(tile -> Objects.equals(tile.ref(), ref))
        .findFirst()
        .ifPresent(tile -> photo.currentProperty().set(tile));
  }

  /** Goes to the node beside the current one. */
  public void move(int right, int down) {
    choose(tree.get().beside(current.get(), right, down));
  }

  /** Asks another model for the step of a node; what is there stays. */
  public void replay(int node, ModelRef model) {
    choose(node);
    photo.again(List.of(model));
  }

  /** Remembers a node, to be compared with the next. */
  public void hold(int node) {
    held.set(node);
  }

  /** Wipes between the node that is held and another. */
  public void compare(int node) {
    List<EditTree.Node> nodes = tree.get().nodes();
    int first = held.get() < 0 ? current.get() : held.get();
    if (first >= 0 && first != node) {
      held.set(-1);
      photo.compare(nodes.get(first).ref(), nodes.get(node).ref());
    }
  }

  /** Takes a result out of sight, and offers to bring it back. */
  public void trash(@Nullable PictureRef ref) {
    if (ref != null) {
      String name = title(tree.get().nodes().get(Math.max(0, tree.get().find(ref))));
      mark(ref, true);
      news.tell(
          tools.text("photo.trashed", name), tools.text("photo.undo"), () -> mark(ref, false));
    }
  }

  private void mark(PictureRef ref, boolean trashed) {
    tools
        .works()
        .inOrder()
        .act(() -> tools.photos().trash(ref, trashed), photo::reread, tools.trouble());
  }
}
