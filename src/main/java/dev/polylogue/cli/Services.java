package dev.polylogue.cli;

import dev.polylogue.history.HistoryException;
import dev.polylogue.provider.HostTrust;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Exchanges;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Votes;
import dev.polylogue.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;

/** What commands work with, open on one data folder. */
public interface Services extends AutoCloseable {
  Comparisons comparisons();

  Compare compare();

  Providers providers();

  AzureDoctor doctor();

  Exchanges exchanges();

  Votes votes();

  HostTrust trust();

  LocalServers localServers();

  /** Ends live replies as interrupted and stores them. */
  @Override
  void close();

  /** Opens the data folder. Each exception says in a sentence what is wrong and where. */
  @FunctionalInterface
  interface Opening {
    Services open(Path home) throws HistoryException, SettingsException, IOException;
  }
}
