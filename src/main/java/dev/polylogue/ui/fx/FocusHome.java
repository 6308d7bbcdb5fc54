package dev.polylogue.ui.fx;

/** A part of the window that knows who has the keyboard when one of its controls has gone. */
public interface FocusHome {
  /** Gives the keyboard to whoever has it by default. FX thread. */
  void takeFocus();
}
