package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The tree of edits of the photo on screen. FX thread. */
public final class TreeViewModel {
  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final NewsViewModel news;
  private final EditorsViewModel editors;
  private final Faces faces;
  private final BooleanProperty withTrash = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper trashed = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<EditTree> tree = new ReadOnlyObjectWrapper<>(EditTree.EMPTY);
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper(-1);

  TreeViewModel(
      PhotoTools tools, PhotoViewModel photo, NewsViewModel news, EditorsViewModel editors) {
    this.editors = editors;
    this.tools = tools;
    this.photo = photo;
    this.news = news;
    this.faces = new Faces(tools.texts());
    photo.sessionProperty().subscribe(this::grow);
    photo.currentProperty().subscribe(tile -> follow(tile));
    withTrash.subscribe(() -> grow(photo.sessionProperty().get()));
  }

  private void grow(@Nullable EditSession session) {
    held.set(-1);
    trashed.set(session == null ? 0 : session.trashed().size());
    tree.set(session == null ? EditTree.EMPTY : EditTree.of(session, withTrash.get()));
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

  /** Whether all that is in the trash is shown too. */
  public BooleanProperty withTrashProperty() {
    return withTrash;
  }

  /** How many results are in the trash. */
  public ReadOnlyIntegerProperty trashedProperty() {
    return trashed.getReadOnlyProperty();
  }

  /** Whether the current node is in the trash. */
  public boolean isGoneChosen() {
    return isGone(current.get());
  }

  private boolean isGone(int node) {
    return node >= 0
        && node < tree.get().nodes().size()
        && tree.get().nodes().get(node).state() == EditTree.State.GONE;
  }

  /**
   * On which models a step can be replayed: those that stand ready or were asked come first, then
   * all that edit pictures.
   *
   * @param taken called at once, and again whenever a provider has named others
   */
  public void offer(Consumer<List<ModelRef>> taken) {
    List<ModelRef> first = models();
    taken.accept(first);
    AtomicReference<List<ModelRef>> offered = new AtomicReference<>(first);
    editors.refresh(
        () -> {
          List<ModelRef> now = models();
          if (!now.equals(offered.getAndSet(now))) {
            taken.accept(now);
          }
        });
  }

  private List<ModelRef> models() {
    SequencedSet<ModelRef> models = new LinkedHashSet<>(photo.compose().models());
    EditSession session = photo.sessionProperty().get();
    if (session != null) {
      session.comparison().panes().stream().map(Pane::model).forEach(models::add);
    }
    models.addAll(editors.known());
    return List.copyOf(models);
  }

  /** What a node is called, in a line. */
  String title(EditTree.Node node) {
    ModelRef model = node.origin().model();
    return model == null ? tools.text("photo.original") : model.model();
  }

  /** The same with how it stands: {@code darkroom, starred}. */
  String name(EditTree.Node node) {
    return tools.text("photo.tree." + node.state().name().toLowerCase(Locale.ROOT), title(node));
  }

  /** All there is to say of a node: its name, what was asked for, and why nothing came. */
  List<String> about(EditTree.Node node) {
    List<String> lines = new ArrayList<>(List.of(name(node)));
    if (!node.origin().instruction().isEmpty()) {
      lines.add(node.origin().instruction());
    }
    EditSession session = photo.sessionProperty().get();
    PictureRef ref = node.ref();
    boolean barren =
        node.state() == EditTree.State.FAILED || node.state() == EditTree.State.STOPPED;
    if (session != null && ref != null && barren) {
      session.result(ref).ifPresent(result -> lines.add(faces.failed(Snapshot.of(result.reply()))));
    }
    return lines;
  }

  // Commands

  /** Shows the step of a node, with its tile as the current one where it has any. */
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
        .ifPresentOrElse(tile -> photo.currentProperty().set(tile), () -> current.set(node));
  }

  /**
   * Goes to the node beside the current one. Its step is not shown before {@link #settle}, so that
   * a held key flies.
   */
  void walk(int right, int down) {
    current.set(tree.get().beside(current.get(), right, down));
  }

  /** Shows the step of the current node. */
  void settle() {
    choose(current.get());
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
    EditSession session = photo.sessionProperty().get();
    int node = tree.get().find(ref);
    if (ref != null && session != null && node >= 0 && !isGone(node)) {
      String name = title(tree.get().nodes().get(node));
      mark(ref, true);
      news.deleted(
          tools.text("photo.trashed", name),
          tools.text("photo.undo"),
          () -> putBack(session.id(), ref));
    }
  }

  /** Brings back the node that was chosen, where it is in the trash. */
  public void putBack() {
    EditSession session = photo.sessionProperty().get();
    PictureRef ref = isGone(current.get()) ? tree.get().nodes().get(current.get()).ref() : null;
    if (session != null && ref != null) {
      putBack(session.id(), ref);
    }
  }

  private void putBack(UUID session, PictureRef ref) {
    news.dismiss();
    EditSession now = photo.sessionProperty().get();
    mark(ref, false);
    if (now == null || !now.id().equals(session)) {
      photo.open(session);
    }
  }

  private void mark(PictureRef ref, boolean trashed) {
    tools
        .works()
        .inOrder()
        .act(() -> tools.photos().trash(ref, trashed), photo::reread, tools.trouble());
  }
}
