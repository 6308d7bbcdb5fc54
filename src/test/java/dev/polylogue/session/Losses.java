package dev.polylogue.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was lost in the kills so far: of each the pane that lost most. */
final class Losses {
  /**
   * What a kill cost.
   *
   * @param bytes of UTF-8 that one pane had been given and that were not stored
   * @param millis how long before the last report the first of them had come
   */
  record Loss(int asked, int done, int bytes, double millis) {}

  private final List<Integer> bytes = new ArrayList<>();
  private final List<Double> millis = new ArrayList<>();
  private int asked;
  private int done;

  void add(Loss loss) {
    bytes.add(loss.bytes);
    millis.add(loss.millis);
    asked += loss.asked;
    done += loss.done;
  }

  int kills() {
    return bytes.size();
  }

  int mostBytes() {
    return Collections.max(bytes);
  }

  @Override
  public String toString() {
    List<Double> times = millis.stream().sorted().toList();
    List<Integer> sizes = bytes.stream().sorted().toList();
    int middle = times.size() / 2;
    int late = (int) Math.ceil(times.size() * 0.99) - 1;
    return "%d kills, %d prompts and %d turns acknowledged, 0 lost; text lost: median %.0f ms, %d B; p99 %.0f ms, %d B; most %.0f ms, %d B; over 250 ms: %d, over 2 KB: %d"
        .formatted(
            kills(),
            asked,
            done,
            times.get(middle),
            sizes.get(middle),
            times.get(late),
            sizes.get(late),
            times.getLast(),
            sizes.getLast(),
            times.stream().filter(time -> time > 250).count(),
            sizes.stream().filter(size -> size > 2048).count());
  }
}
