package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The photos of the history and what was made of them. What a call stored is on the disk when it
 * returns. Replies to steps live and end as those of any comparison do, by {@link HistoryStore}.
 * Any thread may call, every call may block.
 */
public final class EditStore {
  private final Database database;
  private final DataFolder folder;
  private final MaskDrafts drafts;
  private final WishDrafts wishes;

  EditStore(Database database, DataFolder folder) {
    this.database = database;
    this.folder = folder;
    this.drafts = new MaskDrafts(folder);
    this.wishes = new WishDrafts(folder);
  }

  /**
   * A mask that was drawn and not yet sent.
   *
   * @param png transparent where the source may change, its edge as hard as drawn
   * @param feather how soft its edge is to be, in pixels of the source
   */
  public record MaskDraft(Bytes png, int feather) {}

  /**
   * How the next edit of a session is wanted, as it stands around the instruction.
   *
   * @param models that are to be asked
   * @param keep whether the source is put back outside the mask
   */
  public record Wishes(List<ModelRef> models, PictureOptions options, boolean keep) {
    public Wishes {
      models = List.copyOf(models);
    }
  }

  /** Last used first; those in the trash are left out. */
  public List<EditEntry> list(int limit, int offset) throws HistoryException {
    return database.read(db -> new EditRows(db).list(limit, offset));
  }

  /** Empty for a comparison that is no edit session too. */
  public Optional<EditSession> load(UUID session) throws HistoryException {
    return database.read(db -> new EditRows(db).load(session));
  }

  /**
   * Stores a session that nothing was asked in yet.
   *
   * @param photo is in the blobs already
   */
  public void create(Comparison session, Blob photo) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).add(session);
          new EditRows(db).begin(session.id(), photo);
        });
  }

  /**
   * One commit: models that take part for the first time, the instruction, and one queued reply for
   * each model that is asked. The first instruction names a session that nobody named.
   *
   * @param added panes of the models that are new to the session
   * @param queued the reply of each pane that is asked
   */
  public void begin(
      UUID session, List<Pane> added, Turn turn, EditStep step, Map<UUID, Reply> queued)
      throws HistoryException {
    database.write(
        db -> {
          PaneRows panes = new PaneRows(db);
          for (Pane pane : added) {
            panes.add(session, pane);
          }
          boolean known = new TurnRows(db).has(turn.id());
          new ComparisonRows(db).unname(session);
          new ReplyLife(db).begin(session, turn, queued);
          if (!known) {
            new EditRows(db).add(turn.id(), step);
          }
        });
  }

  /**
   * Says that a blob is here for now: it goes with the next sweep of what went out of use, unless
   * something refers to it by then.
   */
  public void passing(Blob blob) throws HistoryException {
    database.write(db -> new SpentBlobs(db).note(blob));
  }

  /**
   * Keeps the mask that is being drawn on a source, which goes with its session; nothing is kept
   * where nothing can be written.
   *
   * @param mask null lets go of it
   */
  public void saveMask(UUID session, Blob source, @Nullable MaskDraft mask)
      throws HistoryException {
    if (database.unwritable().isPresent()) {
      return;
    }
    try {
      if (mask == null) {
        drafts.drop(session, source.sha256());
      } else {
        drafts.keep(session, source.sha256(), mask);
      }
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** The mask that was being drawn on a source when the program ended. */
  public Optional<MaskDraft> savedMask(UUID session, Blob source) throws HistoryException {
    try {
      return drafts.find(session, source.sha256());
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /**
   * Keeps what is wanted next, which goes with its session; nothing where nothing can be written.
   */
  public void saveWishes(UUID session, Wishes wanted) throws HistoryException {
    if (database.unwritable().isPresent()) {
      return;
    }
    try {
      wishes.keep(session, wanted);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** What was wanted next when the program ended. */
  public Optional<Wishes> savedWishes(UUID session) throws HistoryException {
    try {
      return wishes.find(session);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  public void star(PictureRef picture, boolean starred) throws HistoryException {
    database.write(db -> new EditRows(db).mark(picture, "star", starred));
  }

  /** Takes a result out of sight, or brings it back; it stays in the database. */
  public void trash(PictureRef picture, boolean trashed) throws HistoryException {
    database.write(db -> new EditRows(db).mark(picture, "trash", trashed));
  }
}
