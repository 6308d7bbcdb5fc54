package dev.polylogue.ui.markdown;

import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * What follows in a paragraph of very many lines, as it was written. The parser copies all lines of
 * a paragraph at each further one, so that a long one would cost time by the square of its length
 * (T05).
 */
final class LongParagraphParser extends AbstractBlockParser {
  private static final int MOST_LINES = 500;

  private final Rest rest = new Rest();

  /** The lines after the first ones. */
  static final class Rest extends CustomBlock {
    private final StringBuilder text = new StringBuilder();

    String text() {
      return text.toString();
    }
  }

  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      return matched.getParagraphLines().getLines().size() < MOST_LINES
          ? BlockStart.none()
          : BlockStart.of(new LongParagraphParser()).atIndex(state.getNextNonSpaceIndex());
    }
  }

  @Override
  public Rest getBlock() {
    return rest;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    rest.text.append(rest.text.isEmpty() ? "" : "\n").append(line.getContent());
  }
}
