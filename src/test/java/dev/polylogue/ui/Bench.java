package dev.polylogue.ui;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.run.Runner;
import dev.polylogue.secret.KeyFile;
import dev.polylogue.secret.Keys;
import dev.polylogue.secret.NoKeychain;
import dev.polylogue.secret.SecretStore;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Care;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Order;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Search;
import dev.polylogue.session.Transfers;
import dev.polylogue.session.Votes;
import dev.polylogue.settings.Presets;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.Setup;
import dev.polylogue.ui.shell.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The real use cases on a real history, with models whose answers the test writes. */
public final class Bench implements AutoCloseable {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
  public static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final ProviderSettings SANDBOX =
      new ProviderSettings(
          "sandbox",
          Protocol.OPENAI_CHAT,
          URI.create("http://127.0.0.1:9/v1"),
          KeyPlace.NONE,
          Map.of(),
          Map.of());

  private final HistoryStore history;
  public final Services services;

  /** The streams that were opened, in order. */
  public final List<WrittenStream> streams = new CopyOnWriteArrayList<>();

  /** What every provider lists, or null when it refuses to. */
  public volatile @Nullable List<String> models = List.of("scribe", "thinker");

  /** What is asked when routes on Azure are tried; nobody answers unless the test says so. */
  public volatile ProviderFactory azure = (made, key) -> refuse();

  /** The names of the presets whose servers answer on this computer. */
  public volatile List<String> localServers = List.of();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Bench(Path home) throws Exception {
    this(home, new NoKeychain("the keychain"));
  }

  /**
   * @param keychain in place of that of the system
   */
  public Bench(Path home, SecretStore keychain) throws Exception {
    this(home, keychain, HistoryStore.open(home));
  }

  /** On a history that is only read. */
  public static Bench forReading(Path home, HistoryException why) throws Exception {
    return new Bench(home, new NoKeychain("the keychain"), HistoryStore.openForReading(home, why));
  }

  private Bench(Path home, SecretStore keychain, HistoryStore history) throws Exception {
    this.history = history;
    SettingsStore settings = SettingsStore.open(home);
    AtomicLong ids = new AtomicLong();
    Providers providers =
        new Providers(
            SANDBOX,
            settings,
            new Writers(),
            Catalog.EMPTY,
            new Keys(name -> null, keychain, new KeyFile(home)));
    Comparisons comparisons =
        new Comparisons(history, () -> id(ids.incrementAndGet()), CLOCK::instant);
    Compare compare =
        new Compare(
            history,
            providers,
            new Runner(System::nanoTime),
            () -> id(ids.incrementAndGet()),
            CLOCK::instant);
    Setup setup =
        new Setup(
            Presets.load(),
            Presets.retired(),
            new AzureDoctor((made, key) -> azure.create(made, key), providers),
            new LocalServers((made, key) -> local(made), Presets::load, threads));
    Votes votes =
        new Votes(history, () -> id(ids.incrementAndGet()), CLOCK, new Random(7)::nextLong);
    EditPhoto photos =
        new EditPhoto(
            history,
            providers,
            new Runner(System::nanoTime),
            () -> id(ids.incrementAndGet()),
            CLOCK::instant,
            uploads(home, history));
    Order order =
        new Order(
            history,
            compare,
            () -> id(ids.incrementAndGet()),
            CLOCK::instant,
            Care.of(home, CLOCK)::backups);
    Services.Kept kept =
        new Services.Kept(
            comparisons, votes, order, new Search(history, CLOCK), new Transfers(history), photos);
    services = new Services(kept, compare, providers, settings, setup, Care.of(home, CLOCK));
  }

  private static Path uploads(Path home, HistoryStore history) throws IOException {
    Path folder = home.resolve("uploads");
    return history.unwritable().isPresent() ? folder : Files.createDirectories(folder);
  }

  private Provider local(ProviderSettings made) throws ProviderException {
    return localServers.contains(made.id()) ? new Written(made.id()) : refuse();
  }

  private static Provider refuse() throws ProviderException {
    throw ProviderException.failed(FailureKind.CONNECT, "Nobody answers there.");
  }

  /** In the order of their making, and unlike those of an earlier bench. */
  private static UUID id(long number) {
    return new UUID(System.nanoTime(), number);
  }

  public UUID comparison(String... models) throws Exception {
    List<PaneSpec> specs =
        List.of(models).stream().map(name -> PaneSpec.of(new ModelRef("sandbox", name))).toList();
    return services.comparisons().create(specs, "").id();
  }

  /** Waits until so many streams were opened since the start; not for ever. */
  public void awaitStreams(int count) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (streams.size() < count) {
      if (System.nanoTime() > patience) {
        throw new AssertionError(
            "Only %d of %d streams were opened.".formatted(streams.size(), count));
      }
      Thread.onSpinWait();
    }
  }

  /** The answer that a model was asked for last. Several are opened in any order. */
  public WrittenStream answer(String model) {
    return streams.reversed().stream()
        .filter(stream -> stream.request().model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  /** The edit that a model was asked for last. Several are opened in any order. */
  public WrittenStream edit(String model) {
    return streams.reversed().stream()
        .filter(stream -> stream.edit().model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until nothing of the comparison is live any more. */
  public void awaitQuiet(UUID comparison) throws Exception {
    for (var round : services.compare().live(comparison)) {
      round.awaitEnd();
    }
  }

  @Override
  public void close() {
    services.compare().close();
    services.photos().close();
    threads.shutdownNow();
    history.close();
  }

  private final class Writers implements ProviderFactory {
    @Override
    public Provider create(ProviderSettings made, KeySource key) {
      return new Written(made.id());
    }

    @Override
    public PictureProvider pictures(ProviderSettings made, KeySource key) {
      return request -> {
        WrittenStream stream = new WrittenStream(request);
        streams.add(stream);
        return stream;
      };
    }
  }

  private final class Written implements Provider {
    private final String id;

    Written(String id) {
      this.id = id;
    }

    @Override
    public ChatStream chat(ChatRequest request) {
      WrittenStream stream = new WrittenStream(request);
      streams.add(stream);
      return stream;
    }

    @Override
    public List<ModelCard> models() throws ProviderException {
      List<String> listed = models;
      if (listed == null) {
        throw ProviderException.failed(FailureKind.AUTH, "The key was not accepted.");
      }
      return listed.stream().map(name -> ModelCard.named(new ModelRef(id, name))).toList();
    }
  }
}
