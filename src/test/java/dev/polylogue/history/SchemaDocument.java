package dev.polylogue.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schema of a database in Markdown: its tables and views with their columns. */
final class SchemaDocument {
  private static final Pattern REMARK = Pattern.compile("(?m)^\\s*(\\w+)\\s[^\\n]*?-- (.*)$");

  private final Db db;

  SchemaDocument(Db db) {
    this.db = db;
  }

  String text() throws SQLException {
    StringBuilder text = new StringBuilder("Version " + Schema.versionOf(db) + ".\n");
    for (String type : List.of("view", "table", "virtual")) {
      for (String name :
          db.list(
              """
              SELECT name FROM pragma_table_list
              WHERE schema = 'main' AND type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name
              """,
              row -> row.text("name"), type)) {
        text.append("\n### ").append(name).append(" (").append(type).append(")\n\n");
        text.append(columns(name, type.equals("view")));
      }
    }
    return text.toString();
  }

  private String columns(String table, boolean isView) throws SQLException {
    Map<String, String> references = new HashMap<>();
    db.each(
        "SELECT \"from\" AS here, \"table\" AS there FROM pragma_foreign_key_list(?)",
        row -> references.put(row.text("here"), "names a `" + row.text("there") + "`"),
        table);
    Map<String, String> remarks = remarks(table);
    return db
        .list(
            "SELECT name, type, pk, \"notnull\" AS required FROM pragma_table_info(?)",
            row -> {
              String name = row.text("name");
              String told =
                  List.of(
                          row.number("pk") > 0 ? "key" : "",
                          references.getOrDefault(name, ""),
                          remarks.getOrDefault(name, ""))
                      .stream()
                      .filter(part -> !part.isEmpty())
                      .collect(Collectors.joining("; "));
              String type = row.text("type").isEmpty() ? "" : " " + row.text("type");
              boolean optional = !isView && !row.flag("required");
              return "- `"
                  + name
                  + "`"
                  + type
                  + (optional ? ", or null" : "")
                  + (told.isEmpty() ? "" : ": " + told)
                  + "\n";
            },
            table)
        .stream()
        .collect(Collectors.joining());
  }

  /** What stands behind a column in the words that made the table. */
  private Map<String, String> remarks(String table) throws SQLException {
    Map<String, String> remarks = new HashMap<>();
    String made =
        db.first("SELECT sql FROM sqlite_schema WHERE name = ?", row -> row.text("sql"), table)
            .orElse("");
    Matcher matcher = REMARK.matcher(made);
    while (matcher.find()) {
      remarks.put(matcher.group(1), matcher.group(2).strip());
    }
    return remarks;
  }
}
