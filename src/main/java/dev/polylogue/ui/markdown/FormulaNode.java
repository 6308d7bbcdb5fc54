package dev.polylogue.ui.markdown;

import org.commonmark.node.CustomNode;

/** A formula inside a paragraph. */
final class FormulaNode extends CustomNode {
  private final String source;
  private final boolean display;

  /**
   * @param source with its delimiters
   * @param display whether it stands on a line of its own
   */
  FormulaNode(String source, boolean display) {
    this.source = source;
    this.display = display;
  }

  String source() {
    return source;
  }

  boolean isDisplay() {
    return display;
  }
}
