package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The photos of the history and what was made of them. What a call stored is on the disk when it
 * returns. Replies to steps live and end as those of any comparison do, by {@link HistoryStore}.
 * Any thread may call, every call may block.
 */
public final class EditStore {
  private final Database database;

  EditStore(Database database) {
    this.database = database;
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
   * each model that is asked.
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

  public void star(PictureRef picture, boolean starred) throws HistoryException {
    database.write(db -> new EditRows(db).mark(picture, "star", starred));
  }

  /** Takes a result out of sight, or brings it back; it stays in the database. */
  public void trash(PictureRef picture, boolean trashed) throws HistoryException {
    database.write(db -> new EditRows(db).mark(picture, "trash", trashed));
  }
}
