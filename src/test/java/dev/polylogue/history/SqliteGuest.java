package dev.polylogue.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes a history as somebody does by hand, says {@code in} and keeps it open. */
final class SqliteGuest {
  private SqliteGuest() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        Statement statement = db.createStatement()) {
      statement.executeUpdate("UPDATE comparison SET draft = 'by hand'");
      System.out.println("in");
      System.in.read();
    }
  }
}
