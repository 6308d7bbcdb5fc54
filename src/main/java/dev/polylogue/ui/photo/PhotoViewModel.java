package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Turn;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.kit.HostQuestion;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The photo on screen. What stands first among the tiles is also what the next instruction goes to:
 * the photo itself, or a result that was made the next source. FX thread.
 */
public final class PhotoViewModel {
  /** How source and results are shown. */
  public enum Mode {
    TILES,
    WIPE,
    HEAT
  }

  private final PhotoTools tools;
  private final ComposeViewModel compose;
  private final MaskViewModel mask;
  private final LiveEdits live = new LiveEdits();
  private final Tiles tiles;
  private final Orders orders;
  private final PhotoDraft draft;
  private final MaskMemory masks;
  private final Asking asking;

  private final ReadOnlyObjectWrapper<@Nullable EditSession> session =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PictureRef> source = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable UUID> step = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.TILES);
  private final ObjectProperty<@Nullable TileViewModel> current = new SimpleObjectProperty<>();
  private final ObservableList<TileViewModel> pair = FXCollections.observableArrayList();
  private final BooleanProperty alone = new SimpleBooleanProperty();
  private @Nullable UUID wanted;

  public PhotoViewModel(
      PhotoTools tools, ComposeViewModel compose, MaskViewModel mask, Caution caution) {
    this.tools = tools;
    this.compose = compose;
    this.mask = mask;
    this.tiles = new Tiles(tools, compose, live);
    this.orders = new Orders(tools, caution, this::sent);
    this.masks = new MaskMemory(tools, mask);
    this.draft = new PhotoDraft(tools, compose, masks);
    this.asking = new Asking(orders, masks, mask, compose, live);
    asking.about(session, source);
    mode.subscribe(now -> pair.removeIf(tile -> now != Mode.WIPE));
  }

  // Properties

  /** The session as it was read last, or null before the first one is. */
  public ReadOnlyObjectProperty<@Nullable EditSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The result that is edited next, or null for the photo itself. */
  public ReadOnlyObjectProperty<@Nullable PictureRef> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** The step whose results are on view, or null while its source has none. */
  public ReadOnlyObjectProperty<@Nullable UUID> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The source first, then the results of the step on view. */
  public ObservableList<TileViewModel> tiles() {
    return tiles.shown();
  }

  /** The two pictures that were chosen to be compared, wherever they stand; else none. */
  public ObservableList<TileViewModel> pair() {
    return pair;
  }

  /** The tile that commands are about, or null when there is none. */
  public ObjectProperty<@Nullable TileViewModel> currentProperty() {
    return current;
  }

  /** Whether the current tile has all the room. */
  public BooleanProperty aloneProperty() {
    return alone;
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  public ComposeViewModel compose() {
    return compose;
  }

  public MaskViewModel mask() {
    return mask;
  }

  /** Whether anything of the session is still being made. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.anyProperty();
  }

  /** Whether anything of the step on view is still being made. */
  public ReadOnlyBooleanProperty awaitedProperty() {
    return tiles.awaitedProperty();
  }

  /** Something was asked for and is made ready; it can still be taken back. */
  public ReadOnlyBooleanProperty preparingProperty() {
    return asking.preparingProperty();
  }

  /** Whether a picture may go to a host that none has gone to yet. */
  HostQuestion hosts() {
    return orders.hosts();
  }

  /** Why what was asked for last was not sent, and what can be done about it, or null. */
  ReadOnlyObjectProperty<NewsViewModel.@Nullable News> objectionProperty() {
    return masks.objectionProperty();
  }

  // Commands

  /** Turns to a session, at its last step. */
  public void open(UUID id) {
    open(id, null);
  }

  /** The same at one of its steps. */
  public void open(UUID id, @Nullable UUID turn) {
    saveDraft();
    wanted = id;
    tools
        .works()
        .inOrder()
        .run(
            () -> LiveEdits.look(tools.photos(), id),
            seen ->
                seen.session()
                    .filter(read -> read.id().equals(wanted))
                    .ifPresent(read -> enter(read, seen, turn)),
            tools.trouble());
  }

  /** Nothing is open any more. */
  public void leave() {
    draft.leave();
    wanted = null;
    live.letGo();
    session.set(null);
    tiles.clear();
    current.set(null);
  }

  private void enter(EditSession opened, LiveEdits.Seen seen, @Nullable UUID turn) {
    boolean another = session.get() == null || !opened.id().equals(session.get().id());
    session.set(opened);
    if (another) {
      live.letGo();
      draft.turnTo(opened, seen.wishes());
    }
    live.follow(opened, seen.rounds(), tools.clock().millis());
    UUID last = opened.lastStep();
    view(opened.step(last).source(), last);
    if (turn != null) {
      showStep(turn);
    }
  }

  /** Shows a step with its source and its results. */
  public void showStep(UUID turn) {
    EditSession now = session.get();
    if (now != null && now.comparison().turn(turn).isPresent()) {
      view(now.step(turn).source(), turn);
    }
  }

  /** Makes a result, or with null the photo itself, what the next instruction goes to. */
  public void use(@Nullable PictureRef picture) {
    EditSession now = session.get();
    if (now != null) {
      view(picture, now.lastStepFrom(picture));
    }
  }

  /** Wipes between any two pictures of the session; null is the photo itself. */
  public void compare(@Nullable PictureRef left, @Nullable PictureRef right) {
    EditSession now = session.get();
    if (now != null) {
      pair.setAll(tiles.apart(now, left), tiles.apart(now, right));
      mode.set(Mode.WIPE);
    }
  }

  /** One step on or back in the order of their making. */
  public void step(int by) {
    EditSession now = session.get();
    if (now != null && !now.turns().isEmpty()) {
      List<UUID> steps = now.turns().stream().map(Turn::id).toList();
      int at = step.get() == null ? steps.size() : steps.indexOf(step.get());
      showStep(steps.get(Math.clamp(at + by, 0, steps.size() - 1)));
    }
  }

  private void view(@Nullable PictureRef from, @Nullable UUID turn) {
    pair.clear();
    boolean otherSource = !Objects.equals(from, source.get());
    source.set(from);
    step.set(turn);
    arrange();
    if (current.get() == null || !tiles().contains(current.get()) || otherSource) {
      current.set(tiles().isEmpty() ? null : tiles().getFirst());
    }
  }

  private void arrange() {
    EditSession now = session.get();
    if (now != null) {
      // A picture that was seen lately arrives as soon as there is a tile for it.
      masks.expect(now.id(), Tiles.picture(now, source.get()), asked());
      tiles.arrange(now, source.get(), step.get());
    }
  }

  /** The source is there, so that it can be drawn on. */
  public void arrived(Blob picture, Size size) {
    masks.arrived(picture, size, asked());
  }

  /** The source can't be shown. */
  void missing(Blob picture) {
    masks.missing(picture);
  }

  private EditStep asked() {
    EditSession now = session.get();
    return now == null ? EditStep.USUAL : now.step(step.get());
  }

  /** Asks every model that is chosen, once the mask of the source is there, if it has one. */
  public void edit() {
    asking.edit();
  }

  private void sent(Orders.Sent sent) {
    EditSession now = session.get();
    if (now != null && now.id().equals(sent.session().id())) {
      draft.sent();
      session.set(sent.session());
      live.follow(sent.session(), List.of(sent.round()), tools.clock().millis());
      mode.set(Mode.TILES);
      view(sent.session().step(sent.round().turn()).source(), sent.round().turn());
      if (sent.withdrawn()) {
        stop();
      }
    }
  }

  /** Asks the model of a tile once more; what came before stays. */
  public void retry(TileViewModel tile) {
    ModelRef model = tile.model();
    if (model != null) {
      again(List.of(model));
    }
  }

  /** Asks models for the step on view, whether or not they were asked before. */
  public void again(List<ModelRef> models) {
    EditSession now = session.get();
    UUID turn = step.get();
    if (now != null && turn != null && !models.isEmpty()) {
      orders.again(now.id(), turn, models);
    }
  }

  /** Stops what a tile waits for. */
  public void stop(TileViewModel tile) {
    PictureRef ref = tile.ref();
    if (ref != null) {
      live.stop(ref.reply());
      tiles.frame();
    }
  }

  /** Stops what is being made ready or made in the step on view; other steps go on. */
  public void stop() {
    asking.takeBack();
    tiles().stream().filter(TileViewModel::isAwaited).forEach(this::stop);
  }

  /** Stops everything of the session that is still being made. */
  public void stopAll() {
    asking.takeBack();
    live.stop(null);
    tiles.frame();
  }

  /** Puts a tool away, else goes back to the tiles, else from one of them to all. */
  public void back() {
    if (mask.toolProperty().get() != MaskViewModel.Tool.HAND) {
      mask.toolProperty().set(MaskViewModel.Tool.HAND);
    } else if (mode.get() != Mode.TILES) {
      mode.set(Mode.TILES);
    } else {
      alone.set(false);
    }
  }

  public void star(TileViewModel tile) {
    PictureRef ref = tile.ref();
    if (ref != null && tile.picture() != null) {
      boolean starred = !tile.starredProperty().get();
      tile.star(starred);
      tools
          .works()
          .inOrder()
          .act(() -> tools.photos().star(ref, starred), this::reread, tools.trouble());
    }
  }

  /** Reads the session anew, after somebody changed it. */
  public void reread() {
    EditSession now = session.get();
    if (now != null) {
      tools
          .works()
          .inOrder()
          .run(
              () -> tools.photos().open(now.id()),
              found -> found.ifPresent(this::reread),
              tools.trouble());
    }
  }

  private void reread(EditSession read) {
    EditSession now = session.get();
    if (now != null && now.id().equals(read.id())) {
      session.set(read);
      arrange();
      if (current.get() != null && !tiles().contains(current.get())) {
        current.set(tiles().getFirst());
      }
    }
  }

  /** Makes another tile the current one, round and round. */
  public void next(int by) {
    int size = tiles().size();
    if (size > 0) {
      int at = Math.max(0, tiles().indexOf(current.get()));
      current.set(tiles().get(Math.floorMod(at + by, size)));
    }
  }

  /** Once a frame while anything is live. */
  public void frame() {
    tiles.frame();
    Set<UUID> ended = live.ended();
    if (!ended.isEmpty()) {
      live.letGo(ended);
      reread();
    }
  }

  /** Keeps what stands in the composer for the next start. */
  public void saveDraft() {
    draft.save();
  }

  /** Tries again what could not be kept, perhaps for the last time; whether nothing is left. */
  public boolean keepTrying(boolean last) {
    return draft.again(last);
  }
}
