package dev.polylogue.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** One thing that a history is examined for. It only reads. */
@FunctionalInterface
interface Check {
  void run(Db db, Consumer<Finding> found) throws SQLException, IOException, HistoryException;
}
