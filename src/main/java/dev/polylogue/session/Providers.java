package dev.polylogue.session;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.secret.Keys;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where models run: the sandbox, and whatever the user added. */
public final class Providers {
  private final ProviderSettings sandbox;
  private final SettingsStore settings;
  private final ProviderFactory factory;
  private final Keys keys;
  private final Map<ProviderSettings, Provider> built = new ConcurrentHashMap<>();

  public Providers(
      ProviderSettings sandbox, SettingsStore settings, ProviderFactory factory, Keys keys) {
    this.sandbox = sandbox;
    this.settings = settings;
    this.factory = factory;
    this.keys = keys;
  }

  /** The sandbox first, then the others in the order in which they were added. */
  public List<ProviderSettings> all() {
    List<ProviderSettings> all = new ArrayList<>();
    all.add(sandbox);
    all.addAll(settings.current().providers());
    return all;
  }

  public Optional<ProviderSettings> find(String id) {
    return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /**
   * Adds a provider, or replaces the one of the same name.
   *
   * @throws IllegalArgumentException with a sentence for the user when it can't be used
   */
  public void add(ProviderSettings added) throws SettingsException {
    if (added.id().equals(sandbox.id())) {
      throw new IllegalArgumentException(
          "\"%s\" is the built-in sandbox; choose another name.".formatted(added.id()));
    }
    try {
      factory.create(added, KeySource.NONE);
    } catch (ProviderException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    settings.update(current -> current.with(added));
  }

  /**
   * Forgets a provider and its key. The sandbox stays.
   *
   * @return false when there is no such provider
   */
  public boolean remove(String id) throws SettingsException {
    Optional<ProviderSettings> found = find(id).filter(provider -> !provider.equals(sandbox));
    if (found.isEmpty()) {
      return false;
    }
    settings.update(current -> current.without(id));
    keys.forget(found.get());
    return true;
  }

  /** Keeps a key for the run of the program, for this provider at its present origin only. */
  public void keepKey(String id, String key) {
    keys.keep(find(id).orElseThrow(), key);
  }

  /** Whether a key typed in the settings is held for this provider. */
  public boolean holdsKey(String id) {
    return find(id).map(keys::holds).orElse(false);
  }

  /**
   * The provider of that name.
   *
   * @throws ProviderException of kind {@code not_found} when nothing goes by that name
   */
  public Provider provider(String id) throws ProviderException {
    ProviderSettings found =
        find(id)
            .orElseThrow(
                () ->
                    ProviderException.failed(
                        FailureKind.NOT_FOUND,
                        "There is no provider \"%s\". Known: %s. Add one with: polylogue providers add %s …"
                            .formatted(id, names(), id)));
    Provider known = built.get(found);
    if (known == null) {
      known = factory.create(found, keys.sourceFor(found));
      built.put(found, known);
    }
    return known;
  }

  /** The models a provider lists. Blocks on the network. */
  public List<ModelCard> models(String id) throws ProviderException {
    return provider(id).models();
  }

  /**
   * Asks the sandbox once, so that the first prompt of the user does not wait for classes to be
   * loaded. Blocks; leaves no trace.
   */
  public void warmUp() {
    ChatRequest request =
        new ChatRequest(
            "thinker?rate=0&latency=0", Parameters.NONE, List.of(Message.user("Warm up")));
    try (ChatStream stream = provider(sandbox.id()).chat(request)) {
      ChatEvent event;
      do {
        event = stream.next();
      } while (event != null);
    } catch (ProviderException e) {
      // the first prompt will say what is wrong
    }
  }

  private String names() {
    return all().stream().map(ProviderSettings::id).collect(Collectors.joining(", "));
  }
}
