package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import java.util.UUID;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the instruction being written, and the mask, with its photo, for the next start. FX thread.
 */
final class PhotoDraft {
  private final PhotoTools tools;
  private final StringProperty written;
  private final MaskMemory mask;
  private @Nullable UUID owner;
  private String saved = "";

  PhotoDraft(PhotoTools tools, StringProperty written, MaskMemory mask) {
    this.mask = mask;
    this.tools = tools;
    this.written = written;
  }

  /** Another photo is looked at, with what was being written to it. */
  void turnTo(EditSession session) {
    owner = session.id();
    saved = session.comparison().draft();
    written.set(saved);
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
    String draft = written.get();
    if (of != null && !draft.equals(saved)) {
      saved = draft;
      tools
          .works()
          .inOrder()
          .act(() -> tools.photos().saveDraft(of, draft), () -> {}, tools.trouble());
    }
  }
}
