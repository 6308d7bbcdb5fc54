package dev.polylogue.ui.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a Markdown text. Equal blocks look equal. */
public sealed interface Block {

  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /**
   * @param level 1 to 6
   */
  record Heading(int level, List<Span> spans) implements Block {
    public Heading {
      spans = List.copyOf(spans);
    }
  }

  /**
   * Fenced or indented code.
   *
   * @param language the first word of the fence, or empty
   * @param text without a line feed at its end
   */
  record Code(String language, String text) implements Block {}

  /**
   * A formula on lines of its own, in LaTeX.
   *
   * @param tex as it was written
   * @param close empty while the formula has no end
   */
  record Formula(String open, String tex, String close) implements Block {
    public boolean isWhole() {
      return !close.isEmpty();
    }

    public String source() {
      return open + tex + close;
    }
  }

  record Quote(List<Block> blocks) implements Block {
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A list.
   *
   * @param first the number of the first item, or null for bullets
   * @param tight whether items stand close together
   */
  record Listing(@Nullable Integer first, boolean tight, List<Item> items) implements Block {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * @param done whether a task is done, or null when the item is no task
   */
  record Item(@Nullable Boolean done, List<Block> blocks) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A table.
   *
   * @param sides one for each column
   * @param rows cells of each row, the header first
   */
  record Table(List<Side> sides, List<List<List<Span>>> rows) implements Block {
    public Table {
      sides = List.copyOf(sides);
      rows = List.copyOf(rows);
    }
  }

  /** Where the words of a column stand. */
  enum Side {
    LEFT,
    CENTER,
    RIGHT
  }

  record Rule() implements Block {}

  /** Text that is shown as it was written: raw HTML. */
  record Literal(String text) implements Block {}
}
