package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Turns commonmark's nodes into our blocks. */
final class Blocks {
  private Blocks() {}

  /** The block of a node, or nothing where a node does not show. */
  static Optional<Block> of(Node node) {
    return switch (node) {
      case Paragraph paragraph -> {
        List<Span> spans = Spans.of(paragraph);
        yield spans.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(spans));
      }
      case Heading heading -> Optional.of(new Block.Heading(heading.getLevel(), Spans.of(heading)));
      case FencedCodeBlock code -> Optional.of(fenced(code));
      case LongParagraphParser.Rest rest ->
          Optional.of(new Block.Literal(Grammar.original(rest.text())));
      case FormulaBlock formula -> Optional.of(formula(formula));
      case IndentedCodeBlock code -> Optional.of(new Block.Code("", trimmed(code.getLiteral())));
      case BlockQuote quote -> Optional.of(new Block.Quote(within(quote)));
      case BulletList list -> Optional.of(listing(list, null));
      case OrderedList list -> Optional.of(listing(list, list.getMarkerStartNumber()));
      case ThematicBreak rule -> Optional.of(new Block.Rule());
      case HtmlBlock html -> Optional.of(new Block.Literal(Grammar.original(html.getLiteral())));
      case TableBlock table -> Optional.of(table(table));
      case LinkReferenceDefinition definition -> Optional.empty();
      default -> Optional.of(new Block.Paragraph(Spans.of(node)));
    };
  }

  private static Block fenced(FencedCodeBlock code) {
    String language = language(code.getInfo());
    if (!language.equals("math")) {
      return new Block.Code(language, trimmed(code.getLiteral()));
    }
    String fence = "```";
    boolean closed = code.getClosingFenceLength() != null;
    return new Block.Formula(
        fence + "math\n", Grammar.original(code.getLiteral()), closed ? fence : "");
  }

  private static Block formula(FormulaBlock block) {
    Block.Formula formula = block.formula();
    return formula == null ? new Block.Paragraph(Spans.of(block)) : formula;
  }

  private static List<Block> within(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      of(child).ifPresent(blocks::add);
    }
    return blocks;
  }

  private static Block listing(ListBlock list, @org.jspecify.annotations.Nullable Integer first) {
    List<Block.Item> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Boolean done =
          item.getFirstChild() instanceof TaskListItemMarker marker ? marker.isChecked() : null;
      List<Block> blocks = new ArrayList<>();
      for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
        if (!(child instanceof TaskListItemMarker)) {
          of(child).ifPresent(blocks::add);
        }
      }
      items.add(new Block.Item(done, blocks));
    }
    return new Block.Listing(first, list.isTight(), items);
  }

  private static Block table(TableBlock table) {
    List<List<List<Span>>> rows = new ArrayList<>();
    List<Block.Side> sides = new ArrayList<>();
    for (Node section : Grammar.children(table)) {
      for (Node row : Grammar.children(section)) {
        List<Node> cells = Grammar.children(row);
        if (rows.isEmpty()) {
          cells.forEach(cell -> sides.add(side(cell)));
        }
        rows.add(cells.stream().map(Spans::of).map(List::copyOf).toList());
      }
    }
    return new Block.Table(sides, rows);
  }

  private static Block.Side side(Node cell) {
    TableCell.Alignment alignment = ((TableCell) cell).getAlignment();
    if (alignment == null) {
      return Block.Side.LEFT;
    }
    return switch (alignment) {
      case LEFT -> Block.Side.LEFT;
      case CENTER -> Block.Side.CENTER;
      case RIGHT -> Block.Side.RIGHT;
    };
  }

  private static String language(@org.jspecify.annotations.Nullable String info) {
    String trimmed = info == null ? "" : info.strip();
    int end = 0;
    while (end < trimmed.length() && !Character.isWhitespace(trimmed.charAt(end))) {
      end++;
    }
    return trimmed.substring(0, end);
  }

  private static String trimmed(String code) {
    String text = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
    return Grammar.original(text);
  }
}
