package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns lines of the transcript back into Markdown that reads the same. One use each. */
final class MarkdownText {
  private static final int TIGHT_GAP = 4;

  private final Texts texts;
  private final MarkdownFrame frame = new MarkdownFrame();
  private final List<Line> lines;
  private int at;

  private MarkdownText(Texts texts, List<Line> lines) {
    this.texts = texts;
    this.lines = lines;
  }

  /**
   * @param language of the code that the first line may be in the middle of
   */
  static String of(Texts texts, List<Line> lines, String language) {
    return new MarkdownText(texts, lines).write(language);
  }

  private String write(String language) {
    boolean onlyCode = lines.size() == 1 && lines.getFirst().style().look() == Look.CODE;
    if (onlyCode) {
      return MarkdownWords.code(lines.getFirst().text());
    }
    while (at < lines.size()) {
      block(at == 0 ? language : "");
    }
    return frame.text();
  }

  private void block(String language) {
    Line line = lines.get(at);
    LineStyle style = line.style();
    switch (style.look()) {
      case BODY, THOUGHT, NOTE -> put(style, paragraph());
      case H1, H2, H3, H4, H5, H6 ->
          put(style, "#".repeat(level(style.look())) + " " + paragraph());
      case CODE_HEAD -> {
        at++;
        if (!isWithoutCode()) {
          put(style, fenced(Selected.language(line), Look.CODE));
        }
      }
      case CODE -> put(style, fenced(language, Look.CODE));
      case CALL -> put(style, fenced("", Look.CALL));
      case LITERAL, PROMPT -> put(style, literal(style.look()));
      case PROMPT_HEAD, SPEAKER -> {
        at++;
        put(style, "**" + MarkdownWords.escaped(line.text().strip()) + "**");
      }
      case WIDGET -> widget(line);
      case TABLE_HEAD, END -> at++;
    }
  }

  /** A selection that ends at the head of a block, or where its first line begins, has no code. */
  private boolean isWithoutCode() {
    boolean none = at == lines.size() || at == lines.size() - 1 && lines.get(at).runs().isEmpty();
    at = none ? lines.size() : at;
    return none;
  }

  private void put(LineStyle style, String text) {
    frame.put(style.margins(), style.gap() <= TIGHT_GAP, text);
  }

  private static int level(Look heading) {
    return heading.name().charAt(1) - '0';
  }

  /** A paragraph with the lines that a forced end of the line divides it into. */
  private String paragraph() {
    LineStyle first = lines.get(at).style();
    StringBuilder text = new StringBuilder(words(lines.get(at++)));
    while (at < lines.size() && goesOn(first, lines.get(at).style())) {
      text.append(lines.get(at).style().continued() ? "" : "\\\n").append(words(lines.get(at++)));
    }
    return text.toString();
  }

  private static boolean goesOn(LineStyle first, LineStyle next) {
    return next.look() == first.look()
        && next.gap() == 0
        && next.margins().stream().noneMatch(margin -> margin.kind() == Margin.Kind.MARK);
  }

  private String fenced(String language, Look look) {
    String code = literal(look);
    String fence = "`".repeat(Math.max(3, MarkdownWords.longest(code, '`') + 1));
    return fence + language + "\n" + code + "\n" + fence;
  }

  private String literal(Look look) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    while (at < lines.size() && lines.get(at).style().look() == look) {
      Line line = lines.get(at);
      if (!first && look == Look.LITERAL && line.style().gap() > 0) {
        break;
      }
      text.append(first || line.style().continued() ? "" : "\n").append(line.text());
      first = false;
      at++;
    }
    return text.toString();
  }

  /** A long table is several widgets, one below the other. */
  private void widget(Line line) {
    StringBuilder text = new StringBuilder(words(line));
    at++;
    while (at < lines.size()
        && lines.get(at).style().look() == Look.WIDGET
        && lines.get(at).style().gap() == 0) {
      String more = words(lines.get(at++));
      text.append(text.isEmpty() || more.isEmpty() ? "" : "\n").append(more);
    }
    if (!text.isEmpty()) {
      put(line.style(), text.toString());
    }
  }

  private String words(Line line) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (Run run : line.runs()) {
      switch (run.segment()) {
        case Segment.Words words -> spans.add(span(words.text(), run.style()));
        case Segment.Placed placed -> {
          text.append(MarkdownWords.of(spans)).append(placed.widget().markdown());
          spans.clear();
        }
      }
    }
    return text.append(MarkdownWords.of(spans)).toString();
  }

  /** The description of a picture is shown inside a sentence, which is left out. */
  private Span span(String text, TextStyle style) {
    String address = style.address();
    if (!style.marks().contains(Span.Mark.PICTURE) || address == null) {
      return new Span(text, style.marks(), address);
    }
    String[] around = texts.get("transcript.picture", "\0", address).split("\0", -1);
    boolean whole = text.startsWith(around[0]) && text.endsWith(around[1]);
    String words =
        whole ? text.substring(around[0].length(), text.length() - around[1].length()) : text;
    return new Span(words.isEmpty() ? address : words, Set.of(Span.Mark.PICTURE), address);
  }

  /** Rows of a table; those of a header are followed by the line that says how columns stand. */
  static String table(List<Block.Side> sides, List<List<List<Span>>> rows, boolean header) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(row(rows.get(i)));
      if (i == 0 && header) {
        text.append('\n')
            .append(
                sides.stream().map(MarkdownText::rule).collect(Collectors.joining("|", "|", "|")));
      }
    }
    return text.toString();
  }

  private static String row(List<List<Span>> cells) {
    return cells.stream()
        .map(cell -> " " + MarkdownWords.of(cell).replace("|", "\\|") + " ")
        .collect(Collectors.joining("|", "|", "|"));
  }

  private static String rule(Block.Side side) {
    return switch (side) {
      case LEFT -> "---";
      case CENTER -> ":-:";
      case RIGHT -> "--:";
    };
  }
}
