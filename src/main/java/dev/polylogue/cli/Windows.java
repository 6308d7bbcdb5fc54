package dev.polylogue.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The window, as far as the command line knows of it. Each call returns an exit status. */
public interface Windows {

  boolean hasDisplay();

  /** Opens the workbench and returns when it is closed. */
  int open(Path home);

  /**
   * Drives the window without a display and saves a picture of each scene.
   *
   * @param home null for a data folder of its own that is thrown away
   */
  int tour(@Nullable Path home, Path out);
}
