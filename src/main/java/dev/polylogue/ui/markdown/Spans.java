package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns the inside of a paragraph into spans. Neighbours in the same style become one. */
final class Spans {
  private final List<Span> spans = new ArrayList<>();
  private final EnumSet<Span.Mark> marks = EnumSet.noneOf(Span.Mark.class);
  private final StringBuilder pending = new StringBuilder();
  private Set<Span.Mark> pendingMarks = Set.of();
  private @Nullable String pendingAddress;
  private @Nullable String address;

  private Spans() {}

  static List<Span> of(Node parent) {
    Spans collected = new Spans();
    collected.children(parent);
    collected.flush();
    return collected.spans;
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      accept(child);
    }
  }

  private void accept(Node node) {
    switch (node) {
      case Text text -> add(text.getLiteral());
      case Code code -> marked(Span.Mark.CODE, () -> add(code.getLiteral()));
      case HtmlInline html -> add(html.getLiteral());
      case SoftLineBreak soft -> add(" ");
      case HardLineBreak hard -> whole(new Span("\n", Set.of(Span.Mark.BREAK), null));
      case Emphasis emphasis -> marked(Span.Mark.EMPHASIS, () -> children(emphasis));
      case StrongEmphasis strong -> marked(Span.Mark.STRONG, () -> children(strong));
      case Strikethrough struck -> marked(Span.Mark.STRIKE, () -> children(struck));
      case Link link -> addressed(link.getDestination(), () -> children(link));
      case Image image -> picture(image);
      case FormulaNode formula -> formula(formula);
      case TaskListItemMarker marker -> {}
      default -> children(node);
    }
  }

  private void picture(Image image) {
    StringBuilder words = new StringBuilder();
    of(image).forEach(span -> words.append(span.text()));
    marked(
        Span.Mark.PICTURE, () -> whole(new Span(words.toString(), marks, image.getDestination())));
  }

  private void formula(FormulaNode formula) {
    EnumSet<Span.Mark> all = EnumSet.copyOf(marks);
    all.add(Span.Mark.FORMULA);
    if (formula.isDisplay()) {
      all.add(Span.Mark.DISPLAY);
    }
    whole(new Span(Grammar.original(formula.source()), all, address));
  }

  private void marked(Span.Mark mark, Runnable inside) {
    boolean added = marks.add(mark);
    inside.run();
    if (added) {
      marks.remove(mark);
    }
  }

  private void addressed(String target, Runnable inside) {
    String outer = address;
    address = target;
    inside.run();
    address = outer;
  }

  private void add(String text) {
    if (!pendingMarks.equals(marks) || !Objects.equals(pendingAddress, address)) {
      flush();
      pendingMarks = Set.copyOf(marks);
      pendingAddress = address;
    }
    pending.append(Grammar.original(text));
  }

  private void whole(Span span) {
    flush();
    spans.add(span);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      spans.add(new Span(pending.toString(), pendingMarks, pendingAddress));
      pending.setLength(0);
    }
  }
}
