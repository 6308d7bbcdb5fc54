package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;

/** Writes blocks of Markdown one below the other, inside their lists and quotes. One use each. */
final class MarkdownFrame {
  private static final int BULLET = 2;

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> indents = new ArrayList<>();

  String text() {
    return text.toString();
  }

  /**
   * @param margins what stands at the left of the first line
   * @param tight whether no empty line stands above, inside a list
   */
  void put(List<Margin> margins, boolean tight, String block) {
    StringBuilder first = new StringBuilder();
    StringBuilder others = new StringBuilder();
    StringBuilder above = new StringBuilder();
    boolean inside = true;
    boolean inList = false;
    for (int depth = 0; depth < margins.size(); depth++) {
      Margin margin = margins.get(depth);
      inside &= !margin.begins();
      inList |= margin.kind() != Margin.Kind.BAR;
      String mark = mark(margin, depth);
      first.append(mark);
      others.append(margin.kind() == Margin.Kind.BAR ? mark : " ".repeat(indents.get(depth)));
      if (inside) {
        above.setLength(0);
        above.append(others);
      }
    }
    if (!text.isEmpty()) {
      text.append('\n');
      if (!(tight && inList)) {
        text.append(above.toString().stripTrailing()).append('\n');
      }
    }
    String blank = others.toString().stripTrailing();
    String[] lines = block.split("\n", -1);
    text.append(lines[0].isEmpty() ? first.toString().stripTrailing() : first + lines[0]);
    for (int i = 1; i < lines.length; i++) {
      text.append('\n').append(lines[i].isEmpty() ? blank : others + lines[i]);
    }
  }

  private String mark(Margin margin, int depth) {
    while (indents.size() <= depth) {
      indents.add(BULLET);
    }
    return switch (margin.kind()) {
      case BAR -> "> ";
      case ROOM -> " ".repeat(indents.get(depth));
      case MARK -> {
        String mark = sign(margin.mark());
        indents.set(depth, mark.startsWith("-") ? BULLET : mark.length());
        yield mark;
      }
    };
  }

  private static String sign(String mark) {
    if (mark.endsWith(".")) {
      return mark + " ";
    }
    return switch (mark) {
      case "\u2611" -> "- [x] ";
      case "\u2610" -> "- [ ] ";
      default -> "- ";
    };
  }
}
