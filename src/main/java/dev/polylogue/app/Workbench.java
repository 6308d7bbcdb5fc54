package dev.polylogue.app;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.polylogue.cli.Services;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.sandbox.SandboxHost;
import dev.polylogue.run.Runner;
import dev.polylogue.secret.Keys;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Identities;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/**
 * The object graph of one run of the program on one data folder. Opening and closing block, so
 * never on the FX thread.
 */
public final class Workbench implements Services {
  private final Path home;
  private final SettingsStore settings;
  private final HistoryStore history;
  private final OkHttpClient client;
  private final ExecutorService sandboxThreads;
  private final SandboxHost sandbox;
  private final Providers providers;
  private final Comparisons comparisons;
  private final Compare compare;

  private Workbench(Path home, SettingsStore settings, HistoryStore history) throws IOException {
    this.home = home;
    this.settings = settings;
    this.history = history;
    client = SafeClient.create();
    sandboxThreads = Executors.newVirtualThreadPerTaskExecutor();
    String sandboxKey = randomKey();
    sandbox = SandboxHost.open(sandboxThreads, sandboxKey);
    Keys keys = new Keys(System::getenv);
    keys.keep(sandbox.settings(), sandboxKey);
    providers = new Providers(sandbox.settings(), settings, new Protocols(client), keys);
    Identities identities = UuidCreator::getTimeOrderedEpoch;
    InstantSource clock = InstantSource.system();
    comparisons = new Comparisons(history, identities, clock);
    compare = new Compare(history, providers, new Runner(System::nanoTime), identities, clock);
  }

  /**
   * Opens the data folder, which is made when it is not there.
   *
   * @throws HistoryException when the history can't be used; nothing was changed
   * @throws SettingsException when the settings can't be read; nothing was changed
   * @throws IOException when the sandbox finds no free port
   */
  public static Workbench open(Path home) throws HistoryException, SettingsException, IOException {
    HistoryStore history = HistoryStore.open(home);
    try {
      return new Workbench(home, SettingsStore.open(home), history);
    } catch (SettingsException | IOException | RuntimeException e) {
      history.close();
      throw e;
    }
  }

  private static String randomKey() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public Path home() {
    return home;
  }

  public SettingsStore settings() {
    return settings;
  }

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Comparisons comparisons() {
    return comparisons;
  }

  @Override
  public Compare compare() {
    return compare;
  }

  /** Ends live replies as interrupted, stores them, and lets everything go. */
  @Override
  public void close() {
    compare.close();
    sandbox.close();
    sandboxThreads.shutdownNow();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    history.close();
  }
}
