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
import dev.polylogue.session.Care;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.Exchanges;
import dev.polylogue.session.Generate;
import dev.polylogue.session.Identities;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Order;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Search;
import dev.polylogue.session.Transfers;
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
  private final EditPhoto photos;
  private final Order order;
  private final Exchanges exchanges;
  private final Votes votes;
  private final Search search;
  private final Generate generate;
  private final Transfers transfers;
  private final HostTrust trust;
  private final LocalServers localServers;

  private Workbench(
      Path home,
      SettingsStore settings,
      HistoryStore history,
      SecretStore keychain,
      Patience patience)
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
    sandbox =
        SandboxHost.open(
            sandboxThreads, sandboxKey, new HistoryArchive(this::search, this::compare));
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
    comparisons = new Comparisons(history, identities, clock);
    Runner runner = new Runner(System::nanoTime, patience);
    compare = new Compare(history, providers, runner, identities, clock);
    photos = new EditPhoto(history, providers, runner, identities, clock, uploads(clock));
    order = new Order(history, compare, identities, clock, () -> Care.of(home, clock).backups());
    votes =
        new Votes(
            history,
            identities,
            Clock.system(ZoneId.systemDefault()),
            new SecureRandom()::nextLong);
    search = new Search(history, Clock.system(ZoneId.systemDefault()));
    generate = new Generate(history);
    transfers = new Transfers(history, clock);
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
    InstantSource clock = InstantSource.system();
    return on(home, HistoryStore.open(Care.places(home), clock), keychain, patience());
  }

  /**
   * The same for a window: what can't be stored is tried again for as long as it is open. Where
   * nothing can be written it is open for reading (D08, D11).
   */
  static Workbench openForWindow(Path home)
      throws HistoryException, SettingsException, IOException {
    HistoryStore history;
    try {
      history = HistoryStore.open(Care.places(home), InstantSource.system());
    } catch (HistoryException e) {
      if (!e.kind().leavesReading()) {
        throw e;
      }
      return openForReading(home, e);
    }
    return on(
        home,
        history,
        Keychains.of(System.getProperty("os.name")),
        patience().untilEverythingIsStored());
  }

  private static Patience patience() {
    return Patience.usual(Pause.REAL, new SecureRandom()::nextDouble);
  }

  /**
   * The same where nothing can be written; whatever would change the history fails.
   *
   * @param why is said then
   */
  public static Workbench openForReading(Path home, HistoryException why)
      throws HistoryException, SettingsException, IOException {
    HistoryStore history = HistoryStore.openForReading(home, why);
    return on(home, history, Keychains.of(System.getProperty("os.name")), patience());
  }

  private static Workbench on(
      Path home, HistoryStore history, SecretStore keychain, Patience patience)
      throws SettingsException, IOException {
    try {
      return new Workbench(home, SettingsStore.open(home), history, keychain, patience);
    } catch (SettingsException | IOException | RuntimeException e) {
      history.close();
      throw e;
    }
  }

  /** Where nothing can be written, nothing is sent either. */
  private Path uploads(InstantSource clock) throws IOException {
    return history.unwritable().isPresent() ? Outgoing.folder(home) : Outgoing.open(home, clock);
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
  public Order order() {
    return order;
  }

  @Override
  public Compare compare() {
    return compare;
  }

  @Override
  public EditPhoto photos() {
    return photos;
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
  public Search search() {
    return search;
  }

  @Override
  public Generate generate() {
    return generate;
  }

  @Override
  public Transfers transfers() {
    return transfers;
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
    photos.close();
    sandbox.close();
    sandboxThreads.shutdownNow();
    keychainThreads.shutdownNow();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    history.close();
  }
}
