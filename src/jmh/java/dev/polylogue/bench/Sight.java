package dev.polylogue.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the window saw of one prompt's answers.
 *
 * @param panes for each pane, when which count of characters was first laid out, in nanoseconds
 * @param frames the moments of all frames
 */
record Sight(List<NavigableMap<Integer, Long>> panes, List<Long> frames) {

  static Sight of(String line) {
    String[] halves = line.split("\\|", 2);
    List<NavigableMap<Integer, Long>> panes = new ArrayList<>();
    for (String pane : halves[0].split(";")) {
      NavigableMap<Integer, Long> seen = new TreeMap<>();
      for (String one : pane.split(",")) {
        if (!one.isEmpty()) {
          String[] both = one.split("@");
          seen.put(Integer.parseInt(both[0]), Long.parseLong(both[1]));
        }
      }
      panes.add(seen);
    }
    List<Long> frames = new ArrayList<>();
    for (String one : halves[1].split(",")) {
      frames.add(Long.parseLong(one));
    }
    return new Sight(panes, frames);
  }

  /** The longest time between two frames of a stretch, in milliseconds. */
  double longestGap(long from, long to) {
    double longest = 0;
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i) >= from && frames.get(i - 1) <= to) {
        longest = Math.max(longest, (frames.get(i) - frames.get(i - 1)) / 1e6);
      }
    }
    return longest;
  }

  /** The fewest frames in any second of a stretch. */
  double fewestFrames(long from, long to) {
    double fewest = Double.MAX_VALUE;
    for (long at = from; at + 1_000_000_000L <= to; at += 250_000_000L) {
      long begin = at;
      long count =
          frames.stream().filter(one -> one >= begin && one < begin + 1_000_000_000L).count();
      fewest = Math.min(fewest, count);
    }
    return fewest;
  }

  /** Frames a second over a stretch. */
  double framesPerSecond(long from, long to) {
    return frames.stream().filter(one -> one >= from && one < to).count() / ((to - from) / 1e9);
  }
}
