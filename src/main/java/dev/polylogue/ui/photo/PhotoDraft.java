package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.history.EditStore.Wishes;
import dev.polylogue.ui.fx.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the instruction being written, how it is to be carried out, and the mask, with its photo,
 * for the next start. FX thread.
 */
final class PhotoDraft {
  private final PhotoTools tools;
  private final ComposeViewModel compose;
  private final MaskMemory mask;
  private @Nullable UUID owner;
  private String saved = "";
  private @Nullable Wishes wished;

  PhotoDraft(PhotoTools tools, ComposeViewModel compose, MaskMemory mask) {
    this.mask = mask;
    this.tools = tools;
    this.compose = compose;
  }

  /**
   * Another photo is looked at, with what was being written to it.
   *
   * @param wishes empty where nobody wished anything there yet: then what stands in the composer is
   *     kept for it too, but for what goes with the mask of another photo
   */
  void turnTo(EditSession session, Optional<Wishes> wishes) {
    owner = session.id();
    saved = session.comparison().draft();
    compose.instructionProperty().set(saved);
    wished = wishes.orElse(null);
    wishes.ifPresentOrElse(compose::wish, () -> wishAsAsked(session));
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
      keep(() -> tools.photos().saveDraft(of, draft));
    }
    Wishes wishes = compose.wishes();
    if (!wishes.equals(wished)) {
      wished = wishes;
      keep(() -> tools.photos().saveWishes(of, wishes));
    }
  }

  private void keep(Work.Errand errand) {
    tools.works().inOrder().act(errand, () -> {}, tools.trouble());
  }
}
