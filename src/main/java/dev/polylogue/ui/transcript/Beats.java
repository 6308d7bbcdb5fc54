package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineDocument.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures how far a reader is in a turn, by how long its lines are. FX thread. */
final class Beats {
  private static final double WIDGET = 5;
  private static final double ROW = 60;

  private final Landmarks landmarks;

  Beats(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** A line of which a share lies above the upper edge. */
  record Edge(int line, double share) {}

  @Nullable Beat at(Edge edge) {
    TurnView turn = landmarks.at(edge.line());
    if (turn == null) {
      return null;
    }
    int index = Math.max(0, edge.line() - landmarks.start(turn));
    List<Double> asked = weights(turn.asked());
    if (index < asked.size()) {
      return new Beat(turn.id(), share(asked, index, edge.share()));
    }
    List<Double> reply = weights(turn.reply().sections());
    return new Beat(turn.id(), 1 + share(reply, index - asked.size(), edge.share()));
  }

  @Nullable Edge edge(Beat beat) {
    TurnView turn = landmarks.turn(beat.turn());
    if (turn == null) {
      return null;
    }
    int start = landmarks.start(turn);
    List<Double> asked = weights(turn.asked());
    return beat.part() < 1
        ? edge(asked, start, beat.part())
        : edge(weights(turn.reply().sections()), start + asked.size(), beat.part() - 1);
  }

  private static double share(List<Double> weights, int index, double within) {
    double before = 0;
    double all = 0;
    for (int i = 0; i < weights.size(); i++) {
      before += i < index ? weights.get(i) : i == index ? weights.get(i) * within : 0;
      all += weights.get(i);
    }
    return all == 0 ? 0 : Math.min(before / all, Math.nextDown(1.0));
  }

  private static Edge edge(List<Double> weights, int start, double part) {
    double rest = part * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < weights.size(); i++) {
      if (rest < weights.get(i)) {
        return new Edge(start + i, rest / weights.get(i));
      }
      rest -= weights.get(i);
    }
    return new Edge(start + Math.max(0, weights.size() - 1), 0);
  }

  private static List<Double> weights(List<Section> sections) {
    List<Double> weights = new ArrayList<>();
    for (Section section : sections) {
      for (int i = 0; i < section.size(); i++) {
        weights.add(weight(section.line(i)));
      }
    }
    return weights;
  }

  private static double weight(Line line) {
    double weight = 1;
    for (Run run : line.runs()) {
      weight +=
          switch (run.segment()) {
            case Segment.Words words -> words.text().length() / ROW;
            case Segment.Placed _ -> WIDGET;
          };
    }
    return weight;
  }
}
