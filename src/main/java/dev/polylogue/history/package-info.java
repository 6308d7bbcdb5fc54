/**
 * The history: one SQLite database that keeps every word.
 *
 * <p>{@link dev.polylogue.history.HistoryStore} is the way in. Behind it, {@code DatabaseOpening}
 * opens a folder's database or says why not, {@code Database} commits and reads, {@code Schema}
 * makes the tables, and one {@code …Rows} class for each kind of thing knows their columns. Words
 * of a live reply go into a journal of rows, and are folded when it ends or, after a crash, at the
 * next start.
 *
 * <p>{@link dev.polylogue.history.OrderStore} lists, pins, files, copies, throws away and forgets.
 * The tables are written down in {@code schema/README.md}, for people who ask the database
 * themselves; a test compares it with the database.
 *
 * <p>Three classes keep a history safe without opening it: {@link dev.polylogue.history.Backups}
 * makes verified copies, {@link dev.polylogue.history.Doctor} examines and repairs, {@link
 * dev.polylogue.history.Restorer} puts another history in its place or salvages a damaged one. What
 * is replaced is moved to the folder {@code quarantine}, never thrown away. A history of an earlier
 * schema is brought up on a copy by {@code Migration}.
 *
 * <p>Backups lie in a folder beside the data folder, {@code HOME-backups}: numbered databases
 * {@code polylogue-NUMBER-DATE.db}, and one folder {@code blobs} that they share, in which each
 * picture and file lies once. A backup into a file of the user's choice carries its pictures in
 * itself, in the table {@code carried_blob}.
 *
 * <p>What a commit stored may only be in the log beside the database, which SQLite misses as little
 * as it tells it from another. So {@code LogKeeper} notes after each commit in the lock what the
 * log must hold, and {@code LogGuard} compares them before SQLite touches either. What it finds is
 * an {@code Alarm}, which every start tells until somebody knows.
 *
 * <p>Never open a database of ours as a file while a connection to it is open in this program:
 * closing the file would take the locks of SQLite with it. Salvaging alone may, which holds a
 * damaged history for itself and only reads it.
 *
 * <p>May use: {@code conversation}, {@code vote}, JDBC and JSON; the only place that knows SQL.
 * Thread rule: any thread but the FX thread may call the store; writes go one after another through
 * its one writer.
 */
package dev.polylogue.history;
