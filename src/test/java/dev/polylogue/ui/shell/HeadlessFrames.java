package dev.polylogue.ui.shell;

import dev.polylogue.ui.FxThread;

/** Lets what changed be laid out and painted. From a test's own thread. */
final class HeadlessFrames {
  private static final int ENOUGH = 6;

  private HeadlessFrames() {}

  static void pass() {
    FxThread.frames(ENOUGH);
  }
}
