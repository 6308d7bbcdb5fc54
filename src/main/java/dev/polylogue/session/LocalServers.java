package dev.polylogue.session;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.settings.Preset;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Finds model servers on this computer at their usual ports. Contacts nothing but the loopback
 * address, sends no key, and only when asked.
 */
public final class LocalServers {
  private static final long MILLIS = 1500;

  private final ProviderFactory factory;
  private final Supplier<List<Preset>> presets;
  private final ExecutorService threads;

  /**
   * A server that answered.
   *
   * @param settings the provider that it would be; to be stored with {@link Providers#add}
   */
  public record Found(Preset preset, ProviderSettings settings, List<ModelCard> models) {
    public Found {
      models = List.copyOf(models);
    }
  }

  /**
   * @param presets read when they are needed; of which those at the loopback address are looked for
   * @param threads where they are asked, all at once
   */
  public LocalServers(
      ProviderFactory factory, Supplier<List<Preset>> presets, ExecutorService threads) {
    this.factory = factory;
    this.presets = presets;
    this.threads = threads;
  }

  private static boolean isHere(Preset preset) {
    URI address = preset.baseUrl();
    return address != null
        && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
  }

  /** Those that answer with a list of models within a second and a half. Blocks for that long. */
  public List<Found> find() throws InterruptedException {
    List<Callable<Optional<Found>>> questions =
        presets.get().stream()
            .filter(LocalServers::isHere)
            .<Callable<Optional<Found>>>map(preset -> () -> ask(preset))
            .toList();
    List<Found> found = new ArrayList<>();
    for (Future<Optional<Found>> answer :
        threads.invokeAll(questions, MILLIS, TimeUnit.MILLISECONDS)) {
      try {
        answer.get().ifPresent(found::add);
      } catch (CancellationException | ExecutionException e) {
        // too slow, or no model server: nothing to offer
      }
    }
    return List.copyOf(found);
  }

  private Optional<Found> ask(Preset preset) {
    ProviderSettings settings = preset.settings(preset.id(), null, null);
    try {
      return Optional.of(
          new Found(preset, settings, factory.create(settings, KeySource.NONE).models()));
    } catch (ProviderException e) {
      return Optional.empty();
    }
  }
}
