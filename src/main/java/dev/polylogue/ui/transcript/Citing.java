package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.Line.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ties marks in the words of a reply to its sources: {@code [1]}, {@code [1, 2]}, {@code [^1]},
 * {@code 【1†source】}, and links to the address of a source. A number that names none stays as it
 * was written, and so does all code. Any thread.
 */
record Citing(List<Part.Citation> citations) {
  static final Citing NOTHING = new Citing(List.of());

  private static final Pattern MARK =
      Pattern.compile(
          "\\[\\^?(\\d{1,3}(?:\\s?,\\s?\\d{1,3}){0,9})\\^?]|\u3010(\\d{1,3})\u2020[^\u3010\u3011]{0,80}\u3011");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern BARE = Pattern.compile("\\[?\\d{1,3}]?");

  Citing {
    citations = List.copyOf(citations);
  }

  /**
   * Ties the marks in lines that were just painted.
   *
   * @param before all lines, to be looked at again too; empty to leave those alone
   */
  LinePainter.Painted in(List<Line> before, LinePainter.Painted painted) {
    if (citations.isEmpty()) {
      return painted;
    }
    List<Line> lines = new ArrayList<>();
    int kept = before.isEmpty() ? painted.kept() : 0;
    before.subList(0, before.isEmpty() ? 0 : painted.kept()).forEach(line -> lines.add(in(line)));
    painted.fresh().forEach(line -> lines.add(in(line)));
    return new LinePainter.Painted(kept, lines, painted.open());
  }

  /** The same line if nothing in it names a source. */
  Line in(Line line) {
    if (citations.isEmpty() || isCode(line)) {
      return line;
    }
    List<Run> runs = new ArrayList<>();
    List<Run> all = line.runs();
    for (int i = 0; i < all.size(); i++) {
      boolean marked = i + 1 < all.size() && isMark(all.get(i + 1));
      add(all.get(i), marked, runs);
    }
    return runs.equals(all) ? line : new Line(line.style(), runs);
  }

  private static boolean isCode(Line line) {
    return switch (line.style().look()) {
      case CODE, CODE_HEAD, TABLE_HEAD, LITERAL, CALL -> true;
      default -> false;
    };
  }

  private static boolean isMark(Run run) {
    return run.segment() instanceof Segment.Placed placed
        && placed.widget() instanceof CitationMark;
  }

  private void add(Run run, boolean marked, List<Run> runs) {
    switch (run.segment()) {
      case Segment.Placed placed when placed.widget() instanceof TableWidget table ->
          runs.add(names(table) ? placed(table.with(this)) : run);
      case Segment.Placed _ -> runs.add(run);
      case Segment.Words _ when run.style().marks().contains(Span.Mark.CODE) -> runs.add(run);
      case Segment.Words words when run.style().address() != null ->
          link(run, words.text(), run.style().address(), marked, runs);
      case Segment.Words words -> words(run, words.text(), runs);
    }
  }

  /** Whether a table has to be looked at cell by cell. */
  private boolean names(TableWidget table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .anyMatch(
            span ->
                MARK.matcher(span.text()).find()
                    || span.address() != null && number(span.address()) > 0);
  }

  private void link(Run run, String text, String address, boolean marked, List<Run> runs) {
    int number = number(address);
    if (number > 0 && BARE.matcher(text).matches()) {
      runs.add(mark(number, text));
      return;
    }
    runs.add(run);
    if (number > 0 && !marked) {
      runs.add(mark(number, ""));
    }
  }

  private void words(Run run, String text, List<Run> runs) {
    Matcher found = MARK.matcher(text);
    int from = 0;
    while (found.find()) {
      List<Run> marks = marks(found);
      if (!marks.isEmpty()) {
        if (found.start() > from) {
          runs.add(Run.words(text.substring(from, found.start()), run.style()));
        }
        runs.addAll(marks);
        from = found.end();
      }
    }
    if (from == 0) {
      runs.add(run);
    } else if (from < text.length()) {
      runs.add(Run.words(text.substring(from), run.style()));
    }
  }

  /** One for each number; none if one of the numbers names nothing. */
  private List<Run> marks(Matcher found) {
    String written = found.group();
    Matcher numbers = NUMBER.matcher(found.group(1) == null ? found.group(2) : found.group(1));
    List<Integer> named = new ArrayList<>();
    while (numbers.find()) {
      named.add(Integer.parseInt(numbers.group()));
    }
    if (named.stream().anyMatch(number -> number < 1 || number > citations.size())) {
      return List.of();
    }
    List<Run> marks = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      // The first carries the words, so that a copy has them once and as they were written.
      marks.add(mark(named.get(i), i == 0 ? written : ""));
    }
    return marks;
  }

  private Run mark(int number, String written) {
    return placed(new CitationMark(number, citations.get(number - 1), written));
  }

  private static Run placed(Widget widget) {
    return new Run(new Segment.Placed(widget), TextStyle.PLAIN);
  }

  /** The number of the source that lies at an address, from 1 on; 0 if none does. */
  private int number(String address) {
    for (int i = 0; i < citations.size(); i++) {
      if (same(citations.get(i).url(), address)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean same(String one, String other) {
    return one.equals(other)
        || one.length() + 1 == other.length() && other.equals(one + "/")
        || other.length() + 1 == one.length() && one.equals(other + "/");
  }
}
