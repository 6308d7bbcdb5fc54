package dev.polylogue.ui.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Formulas between {@code $}, {@code $$}, {@code \( \)} and {@code \[ \]}. Sums of money are none:
 * the rules for a single dollar are those of Pandoc, and a little stricter.
 *
 * <p>One is made for each paragraph, so it remembers which delimiters do not come again: what a
 * text costs grows with its length (T05).
 */
final class FormulaInline implements InlineContentParser {
  private static final int WORD = 4;
  private static final int WORD_AFTER_A_FIGURE = 2;

  private boolean noMoreDollars;
  private boolean noMoreRound;
  private boolean noMoreSquare;

  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
      return new FormulaInline();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    if (scanner.peek() == '$') {
      return dollars(scanner, start);
    }
    scanner.next();
    return switch (scanner.peek()) {
      case '(' -> noMoreRound ? ParsedInline.none() : bracketed(scanner, start, '(', ')');
      case '[' -> noMoreSquare ? ParsedInline.none() : bracketed(scanner, start, '[', ']');
      default -> ParsedInline.none();
    };
  }

  private ParsedInline dollars(Scanner scanner, Position start) {
    int before = scanner.peekPreviousCodePoint();
    int count = scanner.matchMultiple('$');
    return switch (count) {
      case 1 -> single(scanner, start, before);
      case 2 -> doubled(scanner, start);
      default -> {
        String run = scanner.getSource(start, scanner.position()).getContent();
        yield ParsedInline.of(new Text(run), scanner.position());
      }
    };
  }

  /** The next dollar closes it or it is none. */
  private static ParsedInline single(Scanner scanner, Position start, int before) {
    if (Character.isLetterOrDigit(before) || Character.isWhitespace(scanner.peek())) {
      return ParsedInline.none();
    }
    Position from = scanner.position();
    boolean quoted = scanner.peek() == '`';
    char last = ' ';
    for (char c = scanner.peek(); c != '$'; c = scanner.peek()) {
      if (c == Scanner.END) {
        return ParsedInline.none();
      }
      last = c;
      skip(scanner, c);
    }
    String inside = scanner.getSource(from, scanner.position()).getContent();
    scanner.next();
    boolean closes =
        !Character.isWhitespace(last)
            && !Character.isLetterOrDigit(scanner.peek())
            && scanner.peek() != '$';
    return closes && (quoted ? isQuoted(inside) : isFormula(inside))
        ? formula(scanner, start, false)
        : ParsedInline.none();
  }

  private static boolean isQuoted(String inside) {
    return inside.length() > 2 && inside.indexOf('`', 1) == inside.length() - 1;
  }

  private static boolean isFormula(String inside) {
    return inside.indexOf('`') < 0
        && !(Character.isDigit(inside.charAt(0))
            && FormulaText.isProse(inside, WORD_AFTER_A_FIGURE));
  }

  private ParsedInline doubled(Scanner scanner, Position start) {
    if (noMoreDollars) {
      return ParsedInline.none();
    }
    Position from = scanner.position();
    while (true) {
      char c = scanner.peek();
      if (c == Scanner.END) {
        noMoreDollars = true;
        return ParsedInline.none();
      }
      if (c != '$') {
        skip(scanner, c);
        continue;
      }
      Position end = scanner.position();
      if (scanner.matchMultiple('$') >= 2) {
        String inside = scanner.getSource(from, end).getContent();
        return inside.isBlank() || inside.indexOf('`') >= 0
            ? ParsedInline.none()
            : formula(scanner, start, true);
      }
    }
  }

  private ParsedInline bracketed(Scanner scanner, Position start, char open, char close) {
    scanner.next();
    Position from = scanner.position();
    while (scanner.peek() != Scanner.END) {
      char c = scanner.peek();
      Position end = scanner.position();
      scanner.next();
      if (c != '\\') {
        continue;
      }
      char next = scanner.peek();
      scanner.next();
      if (next == open) {
        return ParsedInline.none();
      }
      if (next == close) {
        String inside = scanner.getSource(from, end).getContent();
        boolean link = close == ']' && (scanner.peek() == '(' || FormulaText.isNumber(inside));
        return link
                || inside.isBlank()
                || inside.indexOf('`') >= 0
                || FormulaText.isProse(inside, WORD)
            ? ParsedInline.none()
            : formula(scanner, start, close == ']');
      }
    }
    noMoreRound |= close == ')';
    noMoreSquare |= close == ']';
    return ParsedInline.none();
  }

  /** Passes a character, and the one behind it if it is a backslash. */
  private static void skip(Scanner scanner, char c) {
    scanner.next();
    if (c == '\\' && scanner.peek() != Scanner.END) {
      scanner.next();
    }
  }

  private static ParsedInline formula(Scanner scanner, Position start, boolean display) {
    String source = scanner.getSource(start, scanner.position()).getContent();
    return ParsedInline.of(new FormulaNode(source, display), scanner.position());
  }
}
