package dev.polylogue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the benchmarks of one name, prints their table and writes {@code target/bench/NAME.json}.
 */
public final class Bench {
  private Bench() {}

  /**
   * @param arguments the name of the benchmark, and which part of it, or {@code all}
   */
  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    String only = arguments.length < 2 ? "all" : arguments[1];
    List<Row> rows =
        switch (name) {
          case "wire" -> WireBench.rows();
          case "transcript" -> TranscriptBench.rows(only);
          case "stream" -> StreamBench.rows(only);
          case "history" -> HistoryBench.rows(only);
          case "photo" -> PhotoBench.rows(only);
          default ->
              throw new IllegalArgumentException(
                  "There is no benchmark \"%s\"; there are: wire, transcript, stream, history, photo."
                      .formatted(name));
        };
    print(rows);
    save(name, rows);
    System.exit(0);
  }

  private static void print(List<Row> rows) {
    System.out.printf("%-44s %12s %-8s %10s  %s%n", "name", "value", "unit", "limit", "ok");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-44s %12.3f %-8s %10.2f  %s%n",
          row.name(),
          row.value(),
          row.unit(),
          row.limit(),
          row.ok() ? "yes" : "NO");
    }
  }

  private static void save(String name, List<Row> rows) throws IOException {
    Path file = Path.of("target", "bench", name + ".json");
    Files.createDirectories(file.getParent());
    Files.write(file, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
    System.out.println("Written to " + file);
  }
}
