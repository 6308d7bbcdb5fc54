package dev.polylogue.ui.transcript;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.StyledSegment;
import org.jspecify.annotations.Nullable;

/**
 * Lets the words of a line in view grow where they stand: to make its cell anew for each piece of a
 * stream is most of what a stream costs. FX thread.
 */
final class LineGrowth {
  private final TranscriptArea area;
  private final KeptLines lines;

  LineGrowth(TranscriptArea area, KeptLines lines) {
    this.area = area;
    this.lines = lines;
  }

  /** Runs a change that begins within the words of a line and leaves those before it. */
  void in(int line, Runnable change) {
    TextFlow words = words(line);
    List<StyledSegment<Segment, TextStyle>> before = segments(line);
    if (words == null || nodes(words).size() != before.size()) {
      change.run();
    } else {
      lines.keep(line, change);
      grow(words, before, segments(line));
    }
  }

  private @Nullable TextFlow words(int line) {
    return area.flow()
        .getCellIfVisible(line)
        .flatMap(cell -> children(cell.getNode()).filter(TextFlow.class::isInstance).findFirst())
        .map(TextFlow.class::cast)
        .orElse(null);
  }

  private static Stream<Node> children(Node cell) {
    return cell instanceof Parent box ? box.getChildrenUnmodifiable().stream() : Stream.of();
  }

  private List<StyledSegment<Segment, TextStyle>> segments(int line) {
    Paragraph<LineStyle, Segment, TextStyle> paragraph = lines.get(line);
    return paragraph.getStyledSegments();
  }

  /** One for each segment; what else stands in a line is not managed. */
  private static List<Node> nodes(TextFlow words) {
    return words.getChildren().stream().filter(Node::isManaged).toList();
  }

  private void grow(
      TextFlow words,
      List<StyledSegment<Segment, TextStyle>> before,
      List<StyledSegment<Segment, TextStyle>> after) {
    List<Node> nodes = nodes(words);
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && goesOnAs(nodes.get(same), before.get(same), after.get(same))) {
      same++;
    }
    words.getChildren().removeAll(nodes.subList(same, nodes.size()));
    if (same < after.size()) {
      after
          .subList(same, after.size())
          .forEach(segment -> words.getChildren().add(area.node(segment)));
      words.applyCss();
    }
  }

  /** Whether a node shows a segment, or can; if so, it does. */
  private static boolean goesOnAs(
      Node node,
      StyledSegment<Segment, TextStyle> before,
      StyledSegment<Segment, TextStyle> after) {
    if (before.equals(after)) {
      return true;
    }
    boolean plain =
        before.getStyle().equals(after.getStyle()) && after.getStyle().address() == null;
    if (plain
        && node instanceof TextExt text
        && before.getSegment() instanceof Segment.Words
        && after.getSegment() instanceof Segment.Words words) {
      text.setText(words.text());
      return true;
    }
    return false;
  }
}
