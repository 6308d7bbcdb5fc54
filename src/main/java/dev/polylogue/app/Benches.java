package dev.polylogue.app;

import dev.polylogue.cli.Services;
import dev.polylogue.history.HistoryException;
import dev.polylogue.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens workbenches for the command line. */
public final class Benches implements Services.Opening {
  @Override
  public Services open(Path home) throws HistoryException, SettingsException, IOException {
    return Workbench.open(home);
  }

  @Override
  public Services openForReading(Path home, HistoryException why)
      throws HistoryException, SettingsException, IOException {
    return Workbench.openForReading(home, why);
  }
}
