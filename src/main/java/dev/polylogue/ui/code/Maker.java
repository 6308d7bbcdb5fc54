package dev.polylogue.ui.code;

import dev.polylogue.ui.code.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** A token maker of RSyntaxTextArea. */
record Maker(TokenMaker maker) implements Tokenizer {

  @Override
  public Row row(String line, int state) {
    if (line.isEmpty() && state == START) {
      return Tokenizer.plain(line, state);
    }
    Pieces pieces = new Pieces(line);
    int end = state;
    Token token = maker.getTokenList(new Segment(line.toCharArray(), 0, line.length()), state, 0);
    while (token != null) {
      end = token.getType();
      if (token.isPaintable() && !pieces.add(token.getOffset(), token.length(), kind(token))) {
        return Tokenizer.plain(line, state);
      }
      token = token.getNextToken();
    }
    return new Row(pieces.finish(), end);
  }

  private Kind kind(Token token) {
    if (token.getType() == TokenTypes.IDENTIFIER && !maker.isMarkupLanguage()) {
      Token next = token.getNextToken();
      boolean called = next != null && next.isPaintable() && next.charAt(0) == '(';
      return called ? Kind.FUNCTION : Kind.PLAIN;
    }
    return kind(token.getType());
  }

  private static Kind kind(int type) {
    return switch (type) {
      case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> Kind.KEYWORD;
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          Kind.COMMENT;
      case TokenTypes.FUNCTION -> Kind.FUNCTION;
      case TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
          TokenTypes.ERROR_NUMBER_FORMAT,
          TokenTypes.MARKUP_ENTITY_REFERENCE ->
          Kind.NUMBER;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.ERROR_CHAR,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.MARKUP_CDATA ->
          Kind.STRING;
      case TokenTypes.DATA_TYPE -> Kind.TYPE;
      case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_ATTRIBUTE -> Kind.NAME;
      case TokenTypes.MARKUP_TAG_NAME -> Kind.TAG;
      case TokenTypes.OPERATOR, TokenTypes.MARKUP_TAG_DELIMITER -> Kind.OPERATOR;
      case TokenTypes.ANNOTATION,
          TokenTypes.PREPROCESSOR,
          TokenTypes.MARKUP_DTD,
          TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
          TokenTypes.MARKUP_CDATA_DELIMITER ->
          Kind.META;
      default -> Kind.PLAIN;
    };
  }

  /** The pieces of a line as they are found; neighbours of a kind become one. */
  private static final class Pieces {
    private final List<Piece> all = new ArrayList<>();
    private final String line;
    private Kind kind = Kind.PLAIN;
    private int from;
    private int to;

    Pieces(String line) {
      this.line = line;
    }

    /** Whether the stretch follows the one before and lies within the line. */
    boolean add(int offset, int length, Kind next) {
      if (offset != to || length <= 0 || offset + length > line.length()) {
        return false;
      }
      boolean blank = line.substring(offset, offset + length).isBlank();
      if (next != kind && !blank) {
        close();
        kind = next;
      }
      to = offset + length;
      return true;
    }

    List<Piece> finish() {
      close();
      if (to < line.length()) {
        all.add(new Piece(line.substring(to), Kind.PLAIN));
      }
      return all;
    }

    private void close() {
      if (to > from) {
        all.add(new Piece(line.substring(from, to), kind));
        from = to;
      }
    }
  }
}
