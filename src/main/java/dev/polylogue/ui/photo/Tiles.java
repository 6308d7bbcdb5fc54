package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.run.Run;
import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The tiles of the step on view, each kept for as long as what it stands for. FX thread. */
final class Tiles {
  /** Each has a map of up to 8 MB. */
  private static final int MOST_COMPARED = 4;

  /** Two pictures that were compared, and where the second one might change. */
  private record Pair(
      String source, String result, @Nullable Blob mask, EditStep.Outside outside) {}

  private final PhotoTools tools;
  private final ComposeViewModel compose;
  private final LiveEdits live;
  private final Faces faces;
  private final ObservableList<TileViewModel> shown = FXCollections.observableArrayList();
  private final Map<PictureRef, TileViewModel> results = new HashMap<>();
  private final Map<Pair, Change> compared = new LinkedHashMap<>();
  private final Set<Pair> comparing = new HashSet<>();
  private final ReadOnlyBooleanWrapper awaited = new ReadOnlyBooleanWrapper();
  private @Nullable TileViewModel source;

  /** The session of that. */
  private @Nullable UUID owner;

  private EditStep step = EditStep.USUAL;

  Tiles(PhotoTools tools, ComposeViewModel compose, LiveEdits live) {
    this.tools = tools;
    this.compose = compose;
    this.live = live;
    this.faces = new Faces(tools.texts());
  }

  ObservableList<TileViewModel> shown() {
    return shown;
  }

  /** What is edited next, or null when nothing is open. */
  @Nullable Blob source() {
    return source == null ? null : source.picture();
  }

  void clear() {
    shown.clear();
    results.clear();
    source = null;
    await();
  }

  /**
   * Brings the tiles in line with a session.
   *
   * @param from what stands first, null for the photo itself
   * @param turn the step whose results follow, or null for none
   */
  void arrange(EditSession session, @Nullable PictureRef from, @Nullable UUID turn) {
    step = session.step(turn);
    List<TileViewModel> wanted = new ArrayList<>();
    wanted.add(source(session, from));
    Optional<Turn> asked = turn == null ? Optional.empty() : session.comparison().turn(turn);
    asked.ifPresent(found -> wanted.addAll(results(session, found)));
    results.values().retainAll(wanted);
    if (!shown.equals(wanted)) {
      shown.setAll(wanted);
    }
    wanted.forEach(tile -> star(session, tile));
    await();
    compare();
  }

  private static void star(EditSession session, TileViewModel tile) {
    PictureRef ref = tile.ref();
    tile.star(ref != null && session.starred().contains(ref));
  }

  /** What stands first: a result, or the photo itself. */
  static Blob picture(EditSession session, @Nullable PictureRef from) {
    return from == null ? session.photo() : session.picture(from).orElse(session.photo());
  }

  private TileViewModel source(EditSession session, @Nullable PictureRef from) {
    Blob picture = picture(session, from);
    TileViewModel known = session.id().equals(owner) ? source : null;
    if (known == null || !Objects.equals(known.ref(), from) || !picture.equals(known.picture())) {
      known = made(session, from);
      known.show(faces.source(picture));
      source = known;
      owner = session.id();
      if (from == null) {
        count(picture, known);
      }
    }
    return known;
  }

  /** Of a file with several pictures it is said that this is the first (I21). */
  private void count(Blob picture, TileViewModel tile) {
    tools
        .works()
        .each()
        .run(
            () -> tools.photos().facts().known(picture).file(),
            file -> tile.show(faces.source(picture, file)),
            failure -> {});
  }

  /** A picture of a session that is shown away from its step. */
  TileViewModel apart(EditSession session, @Nullable PictureRef picture) {
    EditSession.Result result = picture == null ? null : session.result(picture).orElse(null);
    Blob shown = picture == null ? null : session.picture(picture).orElse(null);
    if (picture == null || result == null || shown == null) {
      TileViewModel photo = made(session, null);
      photo.show(faces.source(session.photo()));
      return photo;
    }
    Keeping keeping = Keeping.of(session.source(result.turn()), result.step());
    ModelRef model = result.reply().model();
    TileViewModel tile =
        new TileViewModel(picture, model, model.model(), asked(result.turn()), keeping);
    tile.show(faces.source(shown));
    return tile;
  }

  private TileViewModel made(EditSession session, @Nullable PictureRef from) {
    if (from == null) {
      return new TileViewModel(null, null, tools.text("photo.original"), "", null);
    }
    EditSession.Result made = session.result(from).orElse(null);
    ModelRef model = made == null ? null : made.reply().model();
    String of = model == null ? "" : model.model();
    String words = made == null ? "" : asked(made.turn());
    return new TileViewModel(from, model, tools.text("photo.from", of), words, null);
  }

  private static String asked(Turn turn) {
    return turn.user().text().strip().replaceAll("\\s+", " ");
  }

  private List<TileViewModel> results(EditSession session, Turn turn) {
    List<TileViewModel> found = new ArrayList<>();
    session.shown(turn).forEach(result -> found.addAll(pictures(session, result)));
    return found;
  }

  private List<TileViewModel> pictures(EditSession session, EditSession.Result result) {
    Reply reply = result.reply();
    String words = asked(result.turn());
    Snapshot snapshot = live.run(reply.id()).map(Run::snapshot).orElse(Snapshot.of(reply));
    int there = snapshot.content().pictures().size();
    int wanted = snapshot.state().isLive() ? Math.max(step.options().n(), there) : there;
    List<TileViewModel> found = new ArrayList<>();
    for (int i = 0; i < Math.max(1, wanted); i++) {
      PictureRef ref = new PictureRef(reply.id(), i);
      if (!session.trashed().contains(ref)) {
        TileViewModel tile =
            results.computeIfAbsent(
                ref,
                key ->
                    new TileViewModel(
                        ref, reply.model(), title(reply, key, wanted), words, keeping()));
        show(tile, ref, snapshot);
        found.add(tile);
      }
    }
    Cost cost = snapshot.outcome().cost();
    if (cost != null) {
      compose.paid(reply.model(), cost, there);
    }
    return found;
  }

  /** What is put back into the results of the step, or null. */
  private @Nullable Keeping keeping() {
    return Keeping.of(source(), step);
  }

  private String title(Reply reply, PictureRef ref, int wanted) {
    String name = reply.model().model();
    return wanted > 1 ? tools.text("photo.numbered", name, ref.index() + 1) : name;
  }

  private void show(TileViewModel tile, PictureRef ref, Snapshot snapshot) {
    ModelRef model = Objects.requireNonNull(tile.model());
    String note = step.mask() == null ? null : compose.maskRefusal(model);
    Faces.Wait wait =
        new Faces.Wait(live.age(ref.reply(), tools.clock().millis()), live.isStopping(ref.reply()));
    TileViewModel.Face face = faces.of(snapshot, model.provider(), ref.index(), wait, note);
    if (!face.equals(tile.faceProperty().get())) {
      tile.show(face);
    }
  }

  /** Brings what is live up to date. */
  void frame() {
    for (TileViewModel tile : shown) {
      PictureRef ref = tile.ref();
      if (ref != null && tile != source) {
        live.run(ref.reply()).ifPresent(run -> show(tile, ref, run.snapshot()));
      }
    }
    await();
    compare();
  }

  private void await() {
    awaited.set(shown.stream().anyMatch(TileViewModel::isAwaited));
  }

  /** Whether any of them is still being made. */
  ReadOnlyBooleanProperty awaitedProperty() {
    return awaited.getReadOnlyProperty();
  }

  /** Looks at what changed, wherever both pictures are there. */
  private void compare() {
    Blob from = source();
    for (TileViewModel tile : shown) {
      Blob result = tile.picture();
      boolean known = tile.changeProperty().get() != null;
      if (tile != source && from != null && result != null && !known) {
        EditStep asked = step;
        Pair pair = new Pair(from.sha256(), result.sha256(), asked.mask(), asked.outside());
        Change change = compared.get(pair);
        if (change != null) {
          tile.compared(change);
        } else if (comparing.add(pair)) {
          tools
              .works()
              .each()
              .run(
                  () -> tools.lab().compare(from, result, asked),
                  found -> compared(pair, found),
                  failure -> {});
        }
      }
    }
  }

  private void compared(Pair pair, Change change) {
    compared.put(pair, change);
    comparing.remove(pair);
    compare();
    if (compared.size() > MOST_COMPARED) {
      compared.remove(compared.keySet().iterator().next());
    }
  }
}
