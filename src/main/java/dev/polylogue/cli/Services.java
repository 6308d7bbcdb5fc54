package dev.polylogue.cli;

import dev.polylogue.history.HistoryException;
import dev.polylogue.provider.HostTrust;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.Exchanges;
import dev.polylogue.session.Generate;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Order;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Search;
import dev.polylogue.session.Transfers;
import dev.polylogue.session.Votes;
import dev.polylogue.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;

/** What commands work with, open on one data folder. */
public interface Services extends AutoCloseable {
  Comparisons comparisons();

  /** Pins, folders, tags, the trash. */
  Order order();

  Compare compare();

  EditPhoto photos();

  Providers providers();

  AzureDoctor doctor();

  Exchanges exchanges();

  Votes votes();

  Search search();

  Generate generate();

  Transfers transfers();

  HostTrust trust();

  LocalServers localServers();

  /** Ends live replies as interrupted and stores them. */
  @Override
  void close();

  /** Opens the data folder. Each exception says in a sentence what is wrong and where. */
  @FunctionalInterface
  interface Opening {
    Services open(Path home) throws HistoryException, SettingsException, IOException;

    /**
     * The same where nothing can be written; whatever would change the history fails.
     *
     * @param why is said then
     */
    default Services openForReading(Path home, HistoryException why)
        throws HistoryException, SettingsException, IOException {
      return open(home);
    }
  }
}
