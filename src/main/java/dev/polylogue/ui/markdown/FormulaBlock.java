package dev.polylogue.ui.markdown;

import org.commonmark.node.CustomBlock;
import org.jspecify.annotations.Nullable;

/**
 * A formula on lines of its own. One that turned out to be words has inline children instead, as a
 * paragraph has.
 */
final class FormulaBlock extends CustomBlock {
  private Block.@Nullable Formula formula;

  void be(Block.Formula written) {
    formula = written;
  }

  Block.@Nullable Formula formula() {
    return formula;
  }
}
