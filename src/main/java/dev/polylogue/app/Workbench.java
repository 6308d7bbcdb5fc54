package dev.polylogue.app;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.polylogue.catalog.ModelCatalog;
import dev.polylogue.cli.Services;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.HostTrust;
import dev.polylogue.provider.http.CertificateCheck;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.net.HostCertificates;
import dev.polylogue.provider.net.Network;
import dev.polylogue.provider.net.PeerTrust;
import dev.polylogue.provider.net.Proxies;
import dev.polylogue.provider.net.Timer;
import dev.polylogue.provider.sandbox.SandboxHost;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Pause;
import dev.polylogue.run.Runner;
import dev.polylogue.secret.GuardedStore;
import dev.polylogue.secret.KeyFile;
import dev.polylogue.secret.Keychains;
import dev.polylogue.secret.Keys;
import dev.polylogue.secret.SecretException;
import dev.polylogue.secret.SecretStore;
import dev.polylogue.secret.Worker;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Exchanges;
import dev.polylogue.session.Identities;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Votes;
import dev.polylogue.settings.Presets;
import dev.polylogue.settings.Settings;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
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
  private final ExecutorService keychainThreads;
  private final SandboxHost sandbox;
  private final Providers providers;
  private final AzureDoctor doctor;
  private final Comparisons comparisons;
  private final Compare compare;
  private final Exchanges exchanges;
  private final Votes votes;
  private final HostTrust trust;
  private final LocalServers localServers;

  private Workbench(Path home, SettingsStore settings, HistoryStore history, SecretStore keychain)
      throws IOException {
    this.home = home;
    this.settings = settings;
    this.history = history;
    HostCertificates certificates = new HostCertificates(home.resolve("certificates"));
    client =
        SafeClient.create(
            new Network(
                proxies(settings.current().network()),
                new PeerTrust(certificates),
                Timer.system()));
    trust = new CertificateCheck(client, certificates);
    sandboxThreads = Executors.newVirtualThreadPerTaskExecutor();
    String sandboxKey = randomKey();
    sandbox = SandboxHost.open(sandboxThreads, sandboxKey);
    keychainThreads =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("keychain").factory());
    Keys keys =
        new Keys(
            System::getenv,
            new GuardedStore(keychain, Worker.on(keychainThreads), GuardedStore.Limits.USUAL),
            new KeyFile(home));
    giveSandbox(keys, sandboxKey);
    InstantSource clock = InstantSource.system();
    Protocols protocols = new Protocols(client);
    ModelCatalog catalog = ModelCatalog.load(home, clock);
    providers = new Providers(sandbox.settings(), settings, protocols, catalog, keys);
    doctor = new AzureDoctor(protocols, providers);
    localServers = new LocalServers(protocols, Presets::load, sandboxThreads);
    Identities identities = UuidCreator::getTimeOrderedEpoch;
    Patience patience = Patience.usual(Pause.REAL, new SecureRandom()::nextDouble);
    comparisons = new Comparisons(history, identities, clock);
    compare =
        new Compare(history, providers, new Runner(System::nanoTime, patience), identities, clock);
    votes =
        new Votes(
            history,
            identities,
            Clock.system(ZoneId.systemDefault()),
            new SecureRandom()::nextLong);
    exchanges = new Exchanges(history, providers, protocols);
  }

  /**
   * Opens the data folder, which is made when it is not there.
   *
   * @throws HistoryException when the history can't be used; nothing was changed
   * @throws SettingsException when the settings can't be read; nothing was changed
   * @throws IOException when the sandbox finds no free port
   */
  public static Workbench open(Path home) throws HistoryException, SettingsException, IOException {
    return open(home, Keychains.of(System.getProperty("os.name")));
  }

  /** The same with another keychain than the system's own. */
  public static Workbench open(Path home, SecretStore keychain)
      throws HistoryException, SettingsException, IOException {
    HistoryStore history = HistoryStore.open(home);
    try {
      return new Workbench(home, SettingsStore.open(home), history, keychain);
    } catch (SettingsException | IOException | RuntimeException e) {
      history.close();
      throw e;
    }
  }

  /** The desktop's proxies are only looked for when this is set before the first look. */
  private static Proxies proxies(Settings.Network set) {
    System.setProperty("java.net.useSystemProxies", "true");
    return Proxies.of(set.proxy(), System::getenv, ProxySelector.getDefault());
  }

  private void giveSandbox(Keys keys, String key) throws IOException {
    try {
      keys.put(sandbox.settings(), key);
    } catch (SecretException e) {
      throw new IOException(e);
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
  public AzureDoctor doctor() {
    return doctor;
  }

  @Override
  public Comparisons comparisons() {
    return comparisons;
  }

  @Override
  public Compare compare() {
    return compare;
  }

  @Override
  public Exchanges exchanges() {
    return exchanges;
  }

  @Override
  public Votes votes() {
    return votes;
  }

  @Override
  public HostTrust trust() {
    return trust;
  }

  @Override
  public LocalServers localServers() {
    return localServers;
  }

  /** Ends live replies as interrupted, stores them, and lets everything go. */
  @Override
  public void close() {
    compare.close();
    sandbox.close();
    sandboxThreads.shutdownNow();
    keychainThreads.shutdownNow();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    history.close();
  }
}
