package dev.polylogue.ui.diff;

import dev.polylogue.diff.Piece;
import dev.polylogue.diff.Piece.Kind;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.IncrementalMarkdown;
import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts an answer into the blocks that its reader sees. Any thread. */
final class Pieces {
  /** Longer paragraphs are cut behind a sentence, so that a cell stays small. */
  private static final int LONGEST = 2_000;

  private static final int DEEPEST = 8;

  private final List<Piece> pieces = new ArrayList<>();
  private String mark = "";

  private Pieces() {}

  static List<Piece> of(String markdown) {
    Pieces cut = new Pieces();
    cut.all(IncrementalMarkdown.parse(markdown), 0);
    return cut.pieces;
  }

  private void all(List<Block> blocks, int depth) {
    blocks.forEach(block -> block(block, depth));
  }

  private void block(Block block, int depth) {
    switch (block) {
      case Block.Paragraph paragraph -> prose(Kind.PROSE, depth, words(paragraph.spans()));
      case Block.Heading heading -> prose(Kind.HEADING, depth, words(heading.spans()));
      case Block.Code code -> {
        add(Kind.CODE_HEAD, depth, code.language());
        code.text().lines().forEach(line -> add(Kind.CODE, depth, line.replace("\t", "    ")));
      }
      case Block.Quote quote -> {
        mark = "\u2502";
        all(quote.blocks(), depth);
        mark = "";
      }
      case Block.Listing listing -> listing(listing, depth);
      case Block.Table table ->
          table
              .rows()
              .forEach(
                  row ->
                      add(
                          Kind.ROW,
                          depth,
                          row.stream()
                              .map(Pieces::words)
                              .collect(Collectors.joining("  \u2502  "))));
      case Block.Formula formula -> prose(Kind.PROSE, depth, formula.source());
      case Block.Rule rule -> add(Kind.PROSE, depth, "\u2014");
      case Block.Literal literal -> prose(Kind.PROSE, depth, literal.text());
    }
  }

  private void listing(Block.Listing listing, int depth) {
    Integer number = listing.first();
    for (Block.Item item : listing.items()) {
      String bullet = number == null ? "\u2022" : number + ".";
      Boolean done = item.done();
      mark = done == null ? bullet : done ? "\u2611" : "\u2610";
      int before = pieces.size();
      all(item.blocks(), Math.min(DEEPEST, depth + 1));
      if (pieces.size() == before) {
        add(Kind.PROSE, depth + 1, "");
      }
      mark = "";
      number = number == null ? null : number + 1;
    }
  }

  private void prose(Kind kind, int depth, String text) {
    String rest = text.strip();
    while (rest.length() > LONGEST) {
      int end = cut(rest);
      add(kind, depth, rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    add(kind, depth, rest);
  }

  private static int cut(String text) {
    int sentence = text.lastIndexOf(". ", LONGEST);
    int blank = sentence > 0 ? sentence + 1 : text.lastIndexOf(' ', LONGEST);
    if (blank > 0) {
      return blank;
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  private void add(Kind kind, int depth, String text) {
    pieces.add(new Piece(kind, mark, depth, text));
    mark = "";
  }

  private static String words(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
