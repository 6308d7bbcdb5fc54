package dev.polylogue.secret;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.secret.SecretException.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the providers, each in the place that the provider's settings name. A kept key
 * belongs to one provider at one origin (T09): at another address there is none. Blocks, so never
 * the FX thread; no store is touched before a key is kept there or asked for.
 */
public final class Keys {
  private final Map<KeyPlace.Kind, SecretStore> stores = new EnumMap<>(KeyPlace.Kind.class);

  /**
   * @param environment looks up an environment variable, null when it is not set
   */
  public Keys(
      Function<String, @Nullable String> environment, SecretStore keychain, SecretStore file) {
    stores.put(KeyPlace.Kind.VARIABLE, new EnvironmentStore(environment));
    stores.put(KeyPlace.Kind.SESSION, new SessionStore());
    stores.put(KeyPlace.Kind.KEYCHAIN, keychain);
    stores.put(KeyPlace.Kind.FILE, file);
  }

  /** Only what needs no store: variables, and this run. */
  public Keys(Function<String, @Nullable String> environment) {
    this(environment, new NoKeychain("the keychain"), new NoKeychain("the key file"));
  }

  /**
   * The store behind a kind of place.
   *
   * @throws IllegalArgumentException for {@link KeyPlace.Kind#NONE}, which has none
   */
  public SecretStore store(KeyPlace.Kind kind) {
    return Optional.ofNullable(stores.get(kind))
        .orElseThrow(() -> new IllegalArgumentException("Nothing is kept there"));
  }

  /**
   * Keeps a key in the place that the settings name, and reads it back.
   *
   * @throws IllegalArgumentException with a sentence for the user when it can't be a key
   * @throws SecretException when it is not kept
   */
  public void put(ProviderSettings provider, String typed) throws SecretException {
    String key = KeyText.of(typed);
    SecretStore store = store(provider.key().kind());
    store.put(account(provider), key);
    if (!store.get(account(provider)).equals(Optional.of(key))) {
      throw new SecretException(
          Reason.BROKEN,
          "Read back from %s, the key of %s is not what was put there. Choose another place for it."
              .formatted(store.name(), provider.id()));
    }
  }

  /** The kept key, or empty where there is none or the place is not one this program writes. */
  public Optional<String> kept(ProviderSettings provider) throws SecretException {
    return provider.key().isWritten()
        ? store(provider.key().kind()).get(account(provider))
        : Optional.empty();
  }

  /** Removes a kept key; does nothing where this program keeps none. */
  public void delete(ProviderSettings provider) throws SecretException {
    if (provider.key().isWritten()) {
      store(provider.key().kind()).delete(account(provider));
    }
  }

  /** A source that looks anew at each use, so that a changed key holds at once. */
  public KeySource sourceFor(ProviderSettings provider) {
    return () -> find(provider);
  }

  /**
   * A source of one key that is stored nowhere.
   *
   * @throws IllegalArgumentException with a sentence for the user when it can't be a key
   */
  public static KeySource only(String typed) {
    Optional<String> key = Optional.of(KeyText.of(typed));
    return () -> key;
  }

  private Optional<String> find(ProviderSettings provider) throws ProviderException {
    KeyPlace place = provider.key();
    if (place.kind() == KeyPlace.Kind.NONE) {
      return Optional.empty();
    }
    try {
      String account =
          place.kind() == KeyPlace.Kind.VARIABLE
              ? Objects.requireNonNull(place.variable())
              : account(provider);
      Optional<String> found = store(place.kind()).get(account);
      if (found.isEmpty()) {
        throw ProviderException.failed(FailureKind.AUTH, missing(provider));
      }
      return found;
    } catch (SecretException e) {
      throw ProviderException.failed(
          FailureKind.AUTH,
          "The key of %s is not at hand. %s".formatted(provider.id(), e.getMessage()));
    }
  }

  private String missing(ProviderSettings provider) {
    return switch (provider.key().kind()) {
      case NONE -> "";
      case VARIABLE ->
          "The key of %s is read from the environment variable %s, which is not set. Set it and try again."
              .formatted(provider.id(), provider.key().variable());
      case SESSION ->
          "The key of %s was for one run of the program and is forgotten. Enter it again in the settings."
              .formatted(provider.id());
      case KEYCHAIN, FILE ->
          "There is no key of %s for %s in %s. A key belongs to one address, so after a change of address it is asked for anew: enter it in the settings, or with polylogue providers key %s --key-stdin."
              .formatted(
                  provider.id(),
                  provider.origin(),
                  store(provider.key().kind()).name(),
                  provider.id());
    };
  }

  private static String account(ProviderSettings provider) {
    return provider.id() + " @ " + provider.origin();
  }
}
