package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private Db db;

  @BeforeEach
  void open() throws SQLException {
    db = new Db(DriverManager.getConnection("jdbc:sqlite::memory:"));
  }

  @AfterEach
  void close() throws SQLException {
    db.close();
  }

  @Test
  void eachStepIsTakenOnce() throws Exception {
    Schema schema =
        new Schema(List.of("CREATE TABLE a (x INTEGER)", "ALTER TABLE a ADD COLUMN y TEXT"));

    schema.bringUpToDate(db);
    schema.bringUpToDate(db);

    assertThat(Schema.versionOf(db)).isEqualTo(2);
    assertThat(db.has("SELECT x, y FROM a")).isFalse();
  }

  @Test
  void aStepThatFailsLeavesTheVersionBeforeItAsItWas() throws Exception {
    String first = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)";
    String broken = "DELETE FROM a; CREATE TABLE b (x INTEGER); CREATE TABLE a (x INTEGER)";

    assertThatThrownBy(() -> new Schema(List.of(first, broken)).bringUpToDate(db))
        .as("D05")
        .isInstanceOf(SQLException.class);

    assertThat(Schema.versionOf(db)).isEqualTo(1);
    assertThat(db.has("SELECT 1 FROM a")).isTrue();
    assertThat(db.has("SELECT 1 FROM sqlite_schema WHERE name = 'b'")).isFalse();
  }

  @Test
  void theDatabaseRefusesWhatHasNoMeaning() throws Exception {
    Schema.current().bringUpToDate(db);
    db.script("PRAGMA foreign_keys = ON");

    assertThatThrownBy(() -> db.run("INSERT INTO turn VALUES ('t', 'nobody', NULL, 0, 1, 'now')"))
        .hasMessageContaining("FOREIGN KEY");
    assertThatThrownBy(
            () ->
                db.run(
                    "INSERT INTO comparison (id, used, created_at, updated_at, title, draft) VALUES ('c', 'x', 'now', 'now', '', '')"))
        .hasMessageContaining("cannot store TEXT value in INTEGER column");
  }
}
