package dev.polylogue.cli;

import java.nio.file.Path;

/** A machine without a display. */
enum NoWindows implements Windows {
  HERE;

  @Override
  public boolean hasDisplay() {
    return false;
  }

  @Override
  public int open(Path home) {
    return 70;
  }

  @Override
  public int tour(Path home, Path out) {
    return 71;
  }
}
