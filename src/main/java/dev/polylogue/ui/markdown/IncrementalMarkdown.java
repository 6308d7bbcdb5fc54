package dev.polylogue.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/**
 * Parses a text that grows at its end. After each call the blocks are those of a full parse of the
 * same text, whatever the pieces it came in.
 *
 * <p>A block is frozen once a complete line has opened a later one: then nothing that follows can
 * change it, save a link reference definition, which is looked for. The last line does not count,
 * since {@code #} may yet become {@code #tag}. One thread at a time.
 */
public final class IncrementalMarkdown {
  private static final int LONGEST_HEAD = 4_000;

  private int cut;
  private int frozenBlocks;
  private int outlined;
  private boolean frozenBrackets;
  private Definitions before = Definitions.NONE;
  private Definitions resolved = Definitions.NONE;
  private boolean anew;

  /**
   * What changed since the last call.
   *
   * @param kept so many of the blocks stand as they were
   * @param fresh all blocks after those
   */
  public record Change(int kept, List<Block> fresh) {}

  /** All blocks of a text. */
  public static List<Block> parse(String text) {
    return new IncrementalMarkdown().update(text).fresh();
  }

  /**
   * Characters at the end that a next call parses again. That is all of them while definitions
   * arrive that earlier blocks may use: each of them has the whole text resolved anew.
   */
  public int openLength(CharSequence text) {
    return anew ? text.length() : text.length() - cut;
  }

  /**
   * @param text begins with the text of the last call
   */
  public Change update(CharSequence text) {
    anew = false;
    return step(text);
  }

  /**
   * The table that the last paragraph is about to become, so that its bars need not be shown while
   * it arrives.
   *
   * @param text that of the last call
   */
  public Optional<Block.Table> coming(CharSequence text) {
    int from = Math.max(cut, text.length() - LONGEST_HEAD);
    return HalfTable.of(text.subSequence(from, text.length()).toString());
  }

  private Change step(CharSequence text) {
    String tail = Grammar.tamed(text.subSequence(cut, text.length()).toString());
    List<Node> nodes = nodes(tail);
    Definitions all = before.and(nodes);
    if (frozenBrackets && !all.equals(resolved)) {
      return again(text, all);
    }
    resolved = all;
    int kept = frozenBlocks;
    List<Block> fresh = blocks(nodes);
    freeze(tail, nodes);
    return new Change(kept, fresh);
  }

  /** A definition came that earlier blocks may use: everything is resolved anew. */
  private Change again(CharSequence text, Definitions all) {
    cut = 0;
    frozenBlocks = 0;
    outlined = 0;
    frozenBrackets = false;
    before = Definitions.NONE;
    resolved = all;
    anew = true;
    return step(text);
  }

  private List<Node> nodes(String tail) {
    Definitions used = before.usedIn(tail);
    List<Node> nodes = Grammar.whole(used.source() + tail);
    return nodes.subList(used.targets().size(), nodes.size());
  }

  private static List<Block> blocks(List<Node> nodes) {
    List<Block> blocks = new ArrayList<>();
    nodes.forEach(node -> Blocks.of(node).ifPresent(blocks::add));
    return blocks;
  }

  private void freeze(String tail, List<Node> nodes) {
    int complete = tail.lastIndexOf('\n') + 1;
    if (cut + complete <= outlined) {
      return;
    }
    outlined = cut + complete;
    List<Node> outline = Grammar.outline(tail.substring(0, complete));
    int open = openFrom(outline);
    if (open <= 0) {
      return;
    }
    List<Node> closed = nodes.subList(0, open);
    int end = Grammar.lineStart(outline.get(open), tail);
    frozenBlocks += blocks(closed).size();
    frozenBrackets |= tail.lastIndexOf('[', end) >= 0;
    before = before.and(closed);
    cut += end;
  }

  /**
   * The first block that the next line may still change: the last one, with the definitions it
   * began with, since the title of the last of them may go on, and with the first lines of a very
   * long paragraph, without which the others would be read as its beginning.
   */
  private static int openFrom(List<Node> outline) {
    int open = outline.size() - 1;
    while (open > 0
        && (outline.get(open - 1) instanceof LinkReferenceDefinition
            || outline.get(open) instanceof LongParagraphParser.Rest)) {
      open--;
    }
    return open;
  }
}
