package dev.polylogue.ui.transcript;

import dev.polylogue.run.Passage;
import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one turn, to be searched. One thread at a time, never the FX thread. */
final class TurnSearch {
  private final Texts texts;
  private final Formulas formulas;
  private final UUID turn;
  private final UUID reply;
  private final List<Line> prompt;
  private final List<Words> passages = new ArrayList<>();
  private List<Hit> found = List.of();

  TurnSearch(Texts texts, Formulas formulas, TranscriptTurn turn) {
    this.texts = texts;
    this.formulas = formulas;
    this.turn = turn.turn();
    this.reply = turn.reply().reply();
    this.prompt = PlainPainter.PROMPT.paint(turn.prompt(), true).fresh();
  }

  /** A passage that may still grow. */
  private static final class Words {
    private final LinePainter painter;
    private final List<Line> lines = new ArrayList<>();
    private int seen;

    Words(LinePainter painter) {
      this.painter = painter;
    }

    boolean grow(CharSequence text) {
      if (text.length() == seen) {
        return false;
      }
      LinePainter.Painted painted = painter.paint(text, true);
      lines.subList(painted.kept(), lines.size()).clear();
      lines.addAll(painted.fresh());
      seen = text.length();
      return true;
    }
  }

  boolean fits(TranscriptTurn other) {
    return reply.equals(other.reply().reply());
  }

  /**
   * @param same whether the same was looked for the last time
   */
  List<Hit> search(TranscriptTurn now, Needle needle, boolean same) {
    if (grow(now.reply().content().passages()) || !same) {
      List<Hit> hits = new ArrayList<>();
      Pattern pattern = needle.pattern();
      look(prompt, Hit.PROMPT, pattern, hits);
      for (int i = 0; i < passages.size(); i++) {
        look(passages.get(i).lines, i, pattern, hits);
      }
      found = List.copyOf(hits);
    }
    return found;
  }

  private boolean grow(List<Passage> now) {
    boolean grown = false;
    for (int i = 0; i < now.size(); i++) {
      if (i == passages.size()) {
        passages.add(new Words(painter(now.get(i).kind())));
        grown = true;
      }
      grown |= passages.get(i).grow(now.get(i).text());
    }
    return grown || found.isEmpty();
  }

  private LinePainter painter(Passage.Kind kind) {
    return switch (kind) {
      case TEXT -> new MarkdownPainter(texts, formulas, BoxSource.UNSEEN, Look.BODY);
      case REASONING -> new MarkdownPainter(texts, formulas, BoxSource.UNSEEN, Look.THOUGHT);
      case TOOL_CALL -> new CallPainter(texts, BoxSource.UNSEEN);
    };
  }

  private void look(List<Line> lines, int passage, Pattern pattern, List<Hit> hits) {
    for (int line = 0; line < lines.size(); line++) {
      Matcher words = pattern.matcher(searched(lines.get(line)));
      while (words.find()) {
        int length = words.end() - words.start();
        hits.add(new Hit(turn, passage, line, words.start(), length, Hit.WORDS));
      }
      int column = 0;
      for (Run run : lines.get(line).runs()) {
        if (run.segment() instanceof Segment.Placed placed) {
          Matcher inside = pattern.matcher(placed.widget().plainText());
          for (int i = 0; inside.find(); i++) {
            hits.add(new Hit(turn, passage, line, column, 1, i));
          }
        }
        column += TranscriptArea.RULES.length(run.segment());
      }
    }
  }

  /** The words, with one character for each widget, as the area counts. */
  private static String searched(Line line) {
    StringBuilder text = new StringBuilder();
    line.runs().forEach(run -> text.append(TranscriptArea.RULES.getText(run.segment())));
    return text.toString();
  }
}
