package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.IncrementalMarkdown;
import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says a growing reply aloud, sentence by sentence: each once, when it is complete. Code and tables
 * are said in a few words. One thread at a time, never the FX thread.
 */
public final class SentenceSpeaker {
  private final Texts texts;
  private final IncrementalMarkdown markdown = new IncrementalMarkdown();
  private final List<Block> blocks = new ArrayList<>();
  private int block;
  private int said;

  public SentenceSpeaker(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param text begins with the text of the last call
   * @param ended whether it grows no more
   * @return what has become complete since
   */
  public List<String> hear(CharSequence text, boolean ended) {
    IncrementalMarkdown.Change change = markdown.update(text);
    blocks.subList(change.kept(), blocks.size()).clear();
    blocks.addAll(change.fresh());
    List<String> sentences = new ArrayList<>();
    while (block < blocks.size()) {
      boolean closed = ended || isClosed(change.kept());
      say(blocks.get(block), closed, sentences);
      if (!closed) {
        break;
      }
      block++;
      said = 0;
    }
    return sentences;
  }

  /** A table or code is told by its size, which may change until the block is frozen. */
  private boolean isClosed(int frozen) {
    return switch (blocks.get(block)) {
      case Block.Code _, Block.Table _, Block.Formula _ -> block < frozen;
      case Block.Paragraph _,
          Block.Heading _,
          Block.Quote _,
          Block.Listing _,
          Block.Rule _,
          Block.Literal _ ->
          block < blocks.size() - 1;
    };
  }

  private void say(Block now, boolean closed, List<String> sentences) {
    String words = words(now, closed);
    int end = SentenceEnds.next(words, said);
    while (end > 0) {
      add(words.substring(said, end), sentences);
      said = end;
      end = SentenceEnds.next(words, said);
    }
    if (closed && said < words.length()) {
      add(words.substring(said), sentences);
    }
  }

  private static void add(String sentence, List<String> sentences) {
    String trimmed = sentence.strip();
    if (!trimmed.isEmpty()) {
      sentences.add(trimmed);
    }
  }

  private String words(Block now, boolean closed) {
    return switch (now) {
      case Block.Paragraph paragraph -> words(paragraph.spans());
      case Block.Heading heading -> words(heading.spans());
      case Block.Code code -> closed ? code(code) : "";
      case Block.Table table -> closed ? table(table) : "";
      case Block.Formula formula -> closed ? formula.tex() : "";
      case Block.Quote quote -> all(quote.blocks(), closed);
      case Block.Listing listing -> items(listing.items(), closed);
      case Block.Literal literal -> literal.text();
      case Block.Rule _ -> "";
    };
  }

  private String words(List<Span> spans) {
    return spans.stream()
        .map(span -> MarkdownLines.words(texts, span))
        .collect(Collectors.joining());
  }

  /** All but the last are complete while the whole is still open. */
  private String all(List<Block> inside, boolean closed) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < inside.size(); i++) {
      words
          .append(i == 0 ? "" : "\n")
          .append(words(inside.get(i), closed || i < inside.size() - 1));
    }
    return words.toString();
  }

  private String items(List<Block.Item> items, boolean closed) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      boolean over = closed || i < items.size() - 1;
      words.append(i == 0 ? "" : "\n").append(all(items.get(i).blocks(), over));
    }
    return words.toString();
  }

  private String code(Block.Code code) {
    int lines = code.text().split("\n", -1).length;
    return code.language().isEmpty()
        ? texts.get("spoken.code", lines)
        : texts.get("spoken.codeIn", code.language(), lines);
  }

  private String table(Block.Table table) {
    return texts.get("spoken.table", table.sides().size(), table.rows().size() - 1);
  }
}
