package dev.polylogue.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.polylogue.history.Pragmas;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * What a user message costs where nothing but the message is written: the row of its turn, the row
 * of its one part, and a commit, into a copy of the same history with the same pragmas. The
 * statements are kept, the identifiers are of the kind the program makes.
 */
final class BareWrite implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement comparison;
  private final PreparedStatement turn;
  private final PreparedStatement part;
  private final PreparedStatement commit;
  private String asked = "";
  private String before = "";
  private int position;

  BareWrite(Path database) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (Statement script = connection.createStatement()) {
      script.executeUpdate(Pragmas.ofAWriter());
    }
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    comparison =
        connection.prepareStatement(
            """
            INSERT INTO comparison (id, used, created_at, updated_at, title, draft)
            VALUES (?, (SELECT max(used) + 1 FROM comparison), ?, ?, 'Bench', '')
            """);
    turn =
        connection.prepareStatement(
            """
            INSERT INTO turn (id, comparison, parent, position, active, created_at)
            VALUES (?, ?, nullif(?, ''), ?, 1, ?)
            """);
    part =
        connection.prepareStatement(
            "INSERT INTO turn_part (turn, position, kind, text) VALUES (?, 0, 'text', ?)");
    commit = connection.prepareStatement("COMMIT");
  }

  /** The messages that follow belong to a new comparison. */
  void startComparison() throws SQLException {
    asked = UuidCreator.getTimeOrderedEpoch().toString();
    before = "";
    position = 0;
    String now = Instant.now().toString();
    comparison.setString(1, asked);
    comparison.setString(2, now);
    comparison.setString(3, now);
    comparison.executeUpdate();
  }

  /**
   * @param id of the turn
   */
  void ask(String id, String words) throws SQLException {
    begin.executeUpdate();
    turn.setString(1, id);
    turn.setString(2, asked);
    turn.setString(3, before);
    turn.setInt(4, position++);
    turn.setString(5, Instant.now().toString());
    turn.executeUpdate();
    part.setString(1, id);
    part.setString(2, words);
    part.executeUpdate();
    commit.executeUpdate();
    before = id;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
