package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.history.EditStore.MaskDraft;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Size;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mask being drawn for the next start, and brings it back, or else that with which a
 * picture was edited last. FX thread.
 */
final class MaskMemory {
  private final PhotoTools tools;
  private final MaskViewModel mask;
  private @Nullable Place place;
  private MaskViewModel.@Nullable Look saved;
  private boolean coming;
  private final ReadOnlyObjectWrapper<@Nullable Runnable> waiting = new ReadOnlyObjectWrapper<>();

  /** Where a mask is drawn. */
  private record Place(UUID session, Blob source) {}

  /** A mask that was there before. */
  private record Found(Levels levels, int feather) {}

  MaskMemory(PhotoTools tools, MaskViewModel mask) {
    this.tools = tools;
    this.mask = mask;
  }

  /**
   * Does it at once, or where the source has a mask, or may have one, that is not on it yet, as
   * soon as that is there. Never once another source has come.
   */
  void whenHere(Runnable action) {
    if (coming) {
      waiting.set(action);
    } else {
      action.run();
    }
  }

  /** What waits for the mask of the source, or null. */
  ReadOnlyObjectProperty<@Nullable Runnable> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** What waits is not wanted any more. */
  void forget() {
    waiting.set(null);
  }

  private void settle(Place at) {
    if (!at.equals(place)) {
      return;
    }
    coming = false;
    Runnable action = waiting.get();
    forget();
    if (action != null) {
      action.run();
    }
  }

  /**
   * Another source is about to come; what was drawn on the one before is kept.
   *
   * @param last how it was edited last
   */
  void expect(UUID session, Blob picture, EditStep last) {
    Place next = new Place(session, picture);
    boolean another = !next.equals(place);
    if (another) {
      save();
      place = next;
      saved = null;
      forget();
      coming = !mask.isOn(picture);
    }
    mask.expect(picture);
    if (another && coming && last.mask() == null && !mask.remembers(picture)) {
      look(next);
    }
  }

  /**
   * Where nothing is kept for a source, nothing has to come. Else it is read once that is there.
   */
  private void look(Place at) {
    tools
        .works()
        .each()
        .run(
            () -> tools.photos().savedMask(at.session, at.source).isPresent(),
            kept -> {
              if (!kept) {
                settle(at);
              }
            },
            failure -> {});
  }

  /**
   * A source is there, so that it can be drawn on; nothing is brought back where something was
   * drawn on it since the start, or was brought back before.
   *
   * @param last how it was edited last
   */
  void arrived(Blob picture, Size size, EditStep last) {
    mask.turnTo(picture, size);
    saved = mask.look();
    Place now = place;
    if (now != null && now.source.equals(picture)) {
      if (mask.isUntouched()) {
        tools
            .works()
            .each()
            .run(
                () -> find(now, size, last),
                found -> found(now, found),
                failure -> lost(now, failure));
      } else {
        settle(now);
      }
    }
  }

  private void found(Place at, Optional<Found> found) {
    found.ifPresent(seen -> restore(at.source, seen));
    settle(at);
  }

  /** It is on the screen that there is none. */
  private void lost(Place at, Exception failure) {
    settle(at);
    tools.trouble().accept(failure);
  }

  private Optional<Found> find(Place at, Size size, EditStep last) throws Exception {
    MaskDraft draft = tools.photos().savedMask(at.session, at.source).orElse(null);
    if (draft != null) {
      return Optional.of(new Found(tools.lab().mask(draft.png(), size), draft.feather()));
    }
    Blob kept = last.mask();
    return kept == null
        ? Optional.empty()
        : Optional.of(new Found(tools.lab().mask(kept, size), last.outside().feather()));
  }

  private void restore(Blob picture, Found found) {
    if (mask.restore(picture, found.levels)) {
      mask.featherProperty().set(found.feather);
      saved = mask.look();
    }
  }

  /** The history keeps it with the step from now on. */
  void sent() {
    saved = mask.look();
    Place at = place;
    if (at != null) {
      keep(at, null);
    }
  }

  void save() {
    Place at = place;
    MaskViewModel.Look now = mask.look();
    if (at != null && at.source.sha256().equals(now.of()) && !now.equals(saved)) {
      saved = now;
      keep(at, mask.drawn());
    }
  }

  private void keep(Place at, MaskViewModel.@Nullable Drawn drawn) {
    tools
        .works()
        .inOrder()
        .act(
            () -> {
              MaskDraft draft = drawn == null ? null : new MaskDraft(drawn.png(), drawn.feather());
              tools.photos().saveMask(at.session, at.source, draft);
            },
            () -> {},
            tools.trouble());
  }
}
