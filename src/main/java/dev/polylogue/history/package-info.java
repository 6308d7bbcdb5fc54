/**
 * The history: one SQLite database that keeps every word.
 *
 * <p>{@link dev.polylogue.history.HistoryStore} is the way in. Behind it, {@code DatabaseOpening}
 * opens a folder's database or says why not, {@code Database} commits and reads, {@code Schema}
 * makes the tables, and one {@code …Rows} class for each kind of thing knows their columns. Words
 * of a live reply go into a journal of rows, and are folded when it ends or, after a crash, at the
 * next start.
 *
 * <p>May use: {@code conversation}, {@code vote}, JDBC and JSON; the only place that knows SQL.
 * Thread rule: any thread but the FX thread may call the store; writes go one after another through
 * its one writer.
 */
package dev.polylogue.history;
