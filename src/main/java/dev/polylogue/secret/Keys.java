package dev.polylogue.secret;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key of a provider: one typed in this run of the program, else the environment variable
 * named in its settings. A typed key belongs to one provider at one origin (T09) and is stored
 * nowhere.
 */
public final class Keys {
  private final Function<String, @Nullable String> environment;
  private final Map<String, String> typed = new ConcurrentHashMap<>();

  /**
   * @param environment looks up an environment variable, null when it is not set
   */
  public Keys(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  public void keep(ProviderSettings provider, String key) {
    typed.put(place(provider), key);
  }

  public void forget(ProviderSettings provider) {
    typed.remove(place(provider));
  }

  public boolean holds(ProviderSettings provider) {
    return typed.containsKey(place(provider));
  }

  /** A source that looks anew at each use, so that a changed key holds at once. */
  public KeySource sourceFor(ProviderSettings provider) {
    return () -> find(provider);
  }

  private Optional<String> find(ProviderSettings provider) throws ProviderException {
    String kept = typed.get(place(provider));
    if (kept != null) {
      return Optional.of(kept);
    }
    String variable = provider.keyVariable();
    if (variable == null) {
      return Optional.empty();
    }
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw ProviderException.failed(
          FailureKind.AUTH,
          "The key of %s is read from the environment variable %s, which is not set. Set it and try again."
              .formatted(provider.id(), variable));
    }
    return Optional.of(value.strip());
  }

  private static String place(ProviderSettings provider) {
    return provider.id() + " " + provider.origin();
  }
}
