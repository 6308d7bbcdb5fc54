package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The Markdown that models write: CommonMark with tables, strikethrough, task lists, bare addresses
 * as links, and formulas. Nesting is capped, so that a hostile text costs time in proportion to its
 * length (T05).
 */
final class Grammar {
  private static final int OPEN_BLOCKS = 60;
  private static final int NESTED_SPANS = 40;

  /** Links inside pictures inside pictures cost time by the square of their number. */
  private static final int BRACKETS = 4_000;

  /** Stands for a bracket that opens nothing; a character that Unicode will never assign. */
  private static final char TAME = '\uFDD0';

  /** Blocks and what stands in them. */
  private static final Parser WHOLE = builder().build();

  /** Blocks only: tells where they begin, at a fraction of the cost. */
  private static final Parser OUTLINE =
      builder().inlineParserFactory(context -> (lines, node) -> {}).build();

  private Grammar() {}

  private static Parser.Builder builder() {
    return Parser.builder()
        .extensions(
            List.of(
                TablesExtension.create(),
                StrikethroughExtension.create(),
                TaskListItemsExtension.create(),
                AutolinkExtension.create()))
        .customBlockParserFactory(new LongParagraphParser.Factory())
        .customBlockParserFactory(new FormulaBlockParser.Factory())
        .customInlineContentParserFactory(new FormulaInline.Factory())
        .maxOpenBlockParsers(OPEN_BLOCKS)
        .maxInlineNesting(NESTED_SPANS)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS);
  }

  /** The same text, in which no block has so many brackets that they would be costly. */
  static String tamed(String source) {
    if (brackets(source, 0, source.length()) <= BRACKETS) {
      return source;
    }
    char[] tamed = source.toCharArray();
    List<Node> blocks = outline(source);
    for (int i = 0; i < blocks.size(); i++) {
      int from = lineStart(blocks.get(i), source);
      int to = i + 1 < blocks.size() ? lineStart(blocks.get(i + 1), source) : tamed.length;
      if (brackets(source, from, to) > BRACKETS) {
        for (int at = from; at < to; at++) {
          tamed[at] = tamed[at] == '[' ? TAME : tamed[at];
        }
      }
    }
    return new String(tamed);
  }

  /** Text of a node as it was before {@link #tamed}. */
  static String original(String text) {
    return text.replace(TAME, '[');
  }

  private static int brackets(String source, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += source.charAt(at) == '[' ? 1 : 0;
    }
    return count;
  }

  static List<Node> whole(String source) {
    return children(WHOLE.parse(source));
  }

  static List<Node> outline(String source) {
    return children(OUTLINE.parse(source));
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /** Where the line begins on which a top-level block begins. */
  static int lineStart(Node block, String source) {
    int at = block.getSourceSpans().getFirst().getInputIndex();
    while (at > 0 && source.charAt(at - 1) != '\n' && source.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }
}
