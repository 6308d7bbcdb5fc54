package dev.polylogue.bench;

import dev.polylogue.ui.fx.Background;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of the transcript. Needs a JVM with {@code -Dglass.platform=Headless
 * -Dprism.order=sw}, or a display. Not the FX thread.
 */
final class TranscriptBench {
  private TranscriptBench() {}

  /**
   * @param only one of frame, growth, open, memory, speed, input; all when it is {@code all}
   */
  static List<Row> rows(String only) throws Exception {
    Fx.start();
    List<Row> rows = new ArrayList<>();
    try (Background background = new Background()) {
      add(rows, only, "frame", () -> new FrameBench(background).rows());
      add(rows, only, "growth", () -> new GrowthBench(background).rows());
      add(rows, only, "open", () -> new OpenBench().rows());
      add(rows, only, "memory", () -> new MemoryBench(background).rows());
      add(rows, only, "speed", () -> new SpeedBench(background).rows());
      add(rows, only, "input", () -> new InputBench(background).rows());
    }
    return rows;
  }

  private interface Part {
    List<Row> rows() throws Exception;
  }

  private static void add(List<Row> rows, String only, String name, Part part) throws Exception {
    if (only.equals("all") || only.equals(name)) {
      rows.addAll(part.rows());
    }
  }
}
