package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Formulas on lines of their own, between {@code $$} or {@code \[ \]}. A delimiter that stands
 * alone on its line opens a formula like a fence opens code; one with something behind it opens a
 * formula that ends with the paragraph at the latest, and what is not closed then was words.
 */
final class FormulaBlockParser extends AbstractBlockParser {
  private static final int CODE_INDENT = 4;
  private static final int WORD = 4;
  private static final int LINES_BACK = 100;

  private final FormulaBlock block = new FormulaBlock();
  private final List<SourceLine> lines = new ArrayList<>();
  private final StringBuilder tex = new StringBuilder();
  private final String open;
  private final String close;
  private final boolean alone;
  private String end = "";
  private boolean words;

  private FormulaBlockParser(String open, String close, boolean alone) {
    this.open = open;
    this.close = close;
    this.alone = alone;
  }

  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= CODE_INDENT) {
        return BlockStart.none();
      }
      CharSequence line = state.getLine().getContent();
      int at = state.getNextNonSpaceIndex();
      String open = open(line, at);
      if (open.isEmpty()) {
        return BlockStart.none();
      }
      String close = open.equals("$$") ? open : "\\]";
      CharSequence rest = line.subSequence(at + 2, line.length());
      return begins(rest, close) && !(open.equals("$$") && isOpen(matched.getParagraphLines()))
          ? BlockStart.of(new FormulaBlockParser(open, close, rest.toString().isBlank()))
              .atIndex(at)
          : BlockStart.none();
    }

    private static String open(CharSequence line, int at) {
      if (line.length() < at + 2) {
        return "";
      }
      char first = line.charAt(at);
      char second = line.charAt(at + 1);
      boolean third = line.length() > at + 2 && line.charAt(at + 2) == '$';
      if (first == '\\' && second == '[') {
        return "\\[";
      }
      return first == '$' && second == '$' && !third ? "$$" : "";
    }

    private static boolean begins(CharSequence rest, String close) {
      int end = FormulaText.find(rest, 0, close);
      CharSequence inside = end < 0 ? rest : rest.subSequence(0, end);
      boolean escaped =
          FormulaText.isProse(inside, WORD) || (end >= 0 && FormulaText.isNumber(inside));
      if (close.equals("\\]") && escaped) {
        return false;
      }
      return end < 0
          || (!inside.toString().isBlank()
              && FormulaText.isClosing(rest.subSequence(end + 2, rest.length())));
    }

    /** Whether the paragraph above has opened a formula that this line is to close. */
    private static boolean isOpen(SourceLines paragraph) {
      List<SourceLine> lines = paragraph.getLines();
      boolean open = false;
      for (SourceLine line : lines.subList(Math.max(0, lines.size() - LINES_BACK), lines.size())) {
        CharSequence text = line.getContent();
        int at = FormulaText.find(text, 0, "$$");
        while (at >= 0) {
          open = !open;
          at = FormulaText.find(text, at + 2, "$$");
        }
      }
      return open;
    }
  }

  @Override
  public FormulaBlock getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (!end.isEmpty()) {
      return BlockContinue.none();
    }
    if (state.isBlank()) {
      words = !alone;
      return alone ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }
    CharSequence line = state.getLine().getContent();
    int at = state.getNextNonSpaceIndex();
    return isForeign(line, at) ? BlockContinue.none() : BlockContinue.atIndex(at);
  }

  /** No formula has such a line, so one that was never closed ends before it. */
  private static boolean isForeign(CharSequence line, int at) {
    int hashes = at;
    while (hashes < line.length() && line.charAt(hashes) == '#') {
      hashes++;
    }
    boolean heading = hashes > at && hashes < line.length() && line.charAt(hashes) == ' ';
    boolean fence =
        line.length() >= at + 3 && line.subSequence(at, at + 3).toString().equals("```");
    return heading || fence;
  }

  @Override
  public void addLine(SourceLine line) {
    CharSequence text = line.getContent();
    int from = lines.isEmpty() ? open.length() : 0;
    lines.add(line);
    int at = FormulaText.find(text, from, close);
    tex.append(text, from, at < 0 ? text.length() : at);
    if (at < 0) {
      tex.append('\n');
      return;
    }
    end = text.subSequence(at, text.length()).toString().stripTrailing();
    words |= !FormulaText.isClosing(end.substring(close.length())) || tex.toString().isBlank();
  }

  @Override
  public void closeBlock() {
    if (!words) {
      block.be(new Block.Formula(open, Grammar.original(tex.toString()), end));
    }
  }

  @Override
  public void parseInlines(InlineParser inlines) {
    if (words) {
      inlines.parse(SourceLines.of(lines), block);
    }
  }
}
