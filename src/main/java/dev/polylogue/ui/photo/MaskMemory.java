package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.history.EditStore.MaskDraft;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.fx.Drafts;
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
  private final Drafts<MaskPlace, Optional<MaskViewModel.Drawn>> drafts;
  private final ReadOnlyObjectWrapper<@Nullable Runnable> waiting = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<NewsViewModel.@Nullable News> objection =
      new ReadOnlyObjectWrapper<>();
  private @Nullable MaskPlace place;
  private MaskViewModel.@Nullable Look saved;
  private Course course = Course.HERE;

  /** How the mask of a source comes back. */
  private enum Course {
    COMING,
    /** It is on the source, or there is none. */
    HERE,
    /** It is kept, and can't be read; one that is drawn from now on counts in its place. */
    UNREADABLE,
    /** It may be kept, and what it lies on can't be shown. */
    UNSEEN
  }

  /** A mask that was there before. */
  private record Found(Levels levels, int feather) {}

  MaskMemory(PhotoTools tools, MaskViewModel mask) {
    this.tools = tools;
    this.mask = mask;
    this.drafts = new Drafts<>(this::store, tools.works().inOrder(), tools.trouble());
  }

  /**
   * Does it at once, or where the source has a mask, or may have one, that is not on it yet, as
   * soon as that is there. Never once another source has come; and where a mask can't be had, only
   * when the user wants it without.
   */
  void whenHere(Runnable action) {
    switch (course) {
      case HERE -> action.run();
      case COMING -> waiting.set(action);
      case UNREADABLE -> {
        if (mask.emptyProperty().get()) {
          object("photo.mask.unreadable", action);
        } else {
          action.run();
        }
      }
      case UNSEEN -> object("photo.mask.unseen", action);
    }
  }

  private void object(String key, Runnable action) {
    MaskPlace at = place;
    objection.set(
        new NewsViewModel.News(
            tools.text(key),
            tools.text("photo.mask.without"),
            () -> {
              if (at != null && at.equals(place)) {
                course = Course.HERE;
                action.run();
              }
            }));
  }

  /** What waits for the mask of the source, or null. */
  ReadOnlyObjectProperty<@Nullable Runnable> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Why what waited was not done, and how it can be; null before that ever was. */
  ReadOnlyObjectProperty<NewsViewModel.@Nullable News> objectionProperty() {
    return objection.getReadOnlyProperty();
  }

  /** What waits is not wanted any more. */
  void forget() {
    waiting.set(null);
  }

  private void settle(MaskPlace at, Course how) {
    if (at.equals(place)) {
      course = how;
      Runnable action = waiting.get();
      forget();
      if (action != null) {
        whenHere(action);
      }
    }
  }

  /**
   * Another source is about to come; what was drawn on the one before is kept.
   *
   * @param last how it was edited last
   */
  void expect(UUID session, Blob picture, EditStep last) {
    MaskPlace next = new MaskPlace(session, picture);
    boolean another = !next.equals(place);
    if (another) {
      save();
      place = next;
      saved = null;
      forget();
      course = mask.isOn(next) ? Course.HERE : Course.COMING;
    }
    mask.expect(next);
    if (another && course == Course.COMING && last.mask() == null && !mask.remembers(next)) {
      look(next);
    }
  }

  /**
   * Where nothing is kept for a source, nothing has to come. Else it is read once that is there.
   */
  private void look(MaskPlace at) {
    tools
        .works()
        .each()
        .run(
            () -> tools.photos().savedMask(at.session(), at.source()).isPresent(),
            kept -> {
              if (!kept) {
                settle(at, Course.HERE);
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
    MaskPlace now = place;
    if (now != null && now.source().equals(picture)) {
      mask.turnTo(now, size);
      saved = mask.look();
      if (mask.isUntouched()) {
        tools
            .works()
            .each()
            .run(
                () -> find(now, size, last),
                found -> found(now, found),
                failure -> lost(now, failure));
      } else {
        settle(now, Course.HERE);
      }
    }
  }

  /** A source can't be shown, so that no mask can be seen on it. */
  void missing(Blob picture) {
    MaskPlace now = place;
    if (now != null && now.source().equals(picture) && course == Course.COMING) {
      settle(now, Course.UNSEEN);
    }
  }

  private void found(MaskPlace at, Optional<Found> found) {
    found.ifPresent(seen -> restore(at, seen));
    settle(at, Course.HERE);
  }

  private void lost(MaskPlace at, Exception failure) {
    settle(at, Course.UNREADABLE);
    tools.trouble().accept(failure);
  }

  private Optional<Found> find(MaskPlace at, Size size, EditStep last) throws Exception {
    MaskDraft draft = tools.photos().savedMask(at.session(), at.source()).orElse(null);
    if (draft != null) {
      return Optional.of(new Found(tools.lab().mask(draft.png(), size), draft.feather()));
    }
    Blob kept = last.mask();
    return kept == null
        ? Optional.empty()
        : Optional.of(new Found(tools.lab().mask(kept, size), last.outside().feather()));
  }

  private void restore(MaskPlace at, Found found) {
    if (mask.restore(at, found.levels)) {
      mask.featherProperty().set(found.feather);
      saved = mask.look();
    }
  }

  /** The history keeps it with the step from now on. */
  void sent() {
    saved = mask.look();
    MaskPlace at = place;
    if (at != null) {
      drafts.keep(at, Optional.empty());
    }
  }

  void save() {
    MaskPlace at = place;
    MaskViewModel.Look now = mask.look();
    if (at != null && at.equals(now.of()) && !now.equals(saved)) {
      saved = now;
      drafts.keep(at, Optional.ofNullable(mask.drawn()));
    }
  }

  private void store(MaskPlace at, Optional<MaskViewModel.Drawn> drawn) throws Exception {
    MaskViewModel.Drawn now = drawn.orElse(null);
    MaskDraft draft = now == null ? null : new MaskDraft(now.png(), now.feather());
    tools.photos().saveMask(at.session(), at.source(), draft);
  }

  /**
   * Tries again what could not be kept, perhaps for the last time.
   *
   * @return whether nothing is left of it
   */
  boolean again(boolean last) {
    drafts.again(last);
    return drafts.isAllStored();
  }
}
