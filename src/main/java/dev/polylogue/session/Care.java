package dev.polylogue.session;

import dev.polylogue.history.Backups;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Places;
import dev.polylogue.history.Restorer;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What keeps a history safe. It wants no open history, so that it is there for one that can't be
 * opened.
 */
public record Care(Places places, Backups backups, Doctor doctor, Restorer restorer) {

  /** For a data folder; where the settings can't be read, backups go to their usual place. */
  public static Care of(Path home, InstantSource clock) {
    Places places = places(home);
    return new Care(
        places, new Backups(places, clock), new Doctor(places, clock), new Restorer(places, clock));
  }

  /** Where the history of a data folder lies, and where its backups go as the user said. */
  public static Places places(Path home) {
    try {
      Path chosen = SettingsStore.open(home).current().machine().backups();
      return chosen == null ? Places.usual(home) : new Places(home, chosen);
    } catch (SettingsException e) {
      return Places.usual(home);
    }
  }
}
