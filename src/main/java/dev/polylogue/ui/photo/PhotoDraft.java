package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.history.EditStore.Wishes;
import dev.polylogue.ui.fx.Drafts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the instruction being written, how it is to be carried out, and the mask, with its photo,
 * for the next start. FX thread.
 */
final class PhotoDraft {
  private final ComposeViewModel compose;
  private final MaskMemory mask;
  private final Drafts<UUID, String> words;
  private final Drafts<UUID, Wishes> wishing;
  private @Nullable UUID owner;
  private String saved = "";
  private @Nullable Wishes wished;

  PhotoDraft(PhotoTools tools, ComposeViewModel compose, MaskMemory mask) {
    this.mask = mask;
    this.compose = compose;
    this.words = new Drafts<>(tools.photos()::saveDraft, tools.works().inOrder(), tools.trouble());
    this.wishing =
        new Drafts<>(tools.photos()::saveWishes, tools.works().inOrder(), tools.trouble());
  }

  /**
   * Another photo is looked at, with what was being written to it.
   *
   * @param wishes empty where nobody wished anything there yet: then what stands in the composer is
   *     kept for it too, but for what goes with the mask of another photo
   */
  void turnTo(EditSession session, Optional<Wishes> wishes) {
    owner = session.id();
    saved = words.unstored(session.id()).orElse(session.comparison().draft());
    compose.instructionProperty().set(saved);
    Optional<Wishes> latest = wishing.unstored(session.id()).or(() -> wishes);
    wished = latest.orElse(null);
    latest.ifPresentOrElse(compose::wish, () -> wishAsAsked(session));
  }

  private void wishAsAsked(EditSession session) {
    List<ModelRef> asked = session.comparison().panes().stream().map(Pane::model).toList();
    if (!asked.isEmpty()) {
      compose.models().setAll(asked);
    }
    compose.keepProperty().set(session.step(session.lastStep()).keepsSource());
  }

  void leave() {
    save();
    owner = null;
  }

  /** The history lets go of what was sent; what stands in the composer stays there. */
  void sent() {
    saved = "";
    if (owner != null) {
      words.forget(owner);
    }
    save();
    mask.sent();
  }

  void save() {
    mask.save();
    UUID of = owner;
    if (of == null) {
      return;
    }
    String draft = compose.instructionProperty().get();
    if (!draft.equals(saved)) {
      saved = draft;
      words.keep(of, draft);
    }
    Wishes wishes = compose.wishes();
    if (!wishes.equals(wished)) {
      wished = wishes;
      wishing.keep(of, wishes);
    }
  }

  /**
   * Tries again what could not be kept, perhaps for the last time.
   *
   * @return whether nothing is left of it
   */
  boolean again(boolean last) {
    words.again(last);
    wishing.again(last);
    boolean masks = mask.again(last);
    return masks && words.isAllStored() && wishing.isAllStored();
  }
}
