package dev.polylogue.ui.transcript;

import java.util.List;

/**
 * The boxes of a passage, which are its blocks of code and its tables, counted from 0 in the order
 * in which they stand. FX thread.
 */
interface BoxSource {

  /** A block of code as it is shown, with a line feed at its end. */
  String code(int ordinal);

  /** Whether the lines of a block of code are broken where they are wider than the pane. */
  boolean isWrapped(int ordinal);

  void wrap(int ordinal, boolean wrapped);

  /** The grids of a table, from the top. */
  List<TableWidget> table(int ordinal);

  /** Of lines that nobody sees: to be searched only. */
  BoxSource UNSEEN =
      new BoxSource() {
        @Override
        public String code(int ordinal) {
          return "";
        }

        @Override
        public boolean isWrapped(int ordinal) {
          return true;
        }

        @Override
        public void wrap(int ordinal, boolean wrapped) {}

        @Override
        public List<TableWidget> table(int ordinal) {
          return List.of();
        }
      };
}
