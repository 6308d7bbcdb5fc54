package dev.polylogue.session;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.secret.Keys;
import dev.polylogue.secret.SecretException;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.util.Optional;

/**
 * Puts keys where the user wants them. A key is written and read back before the settings say that
 * it is there, and only then is the one before it removed: whatever fails, a working key is left.
 * Blocks, a keychain perhaps until the user has unlocked it; never the FX thread.
 */
public final class ProviderKeys {
  private final Providers providers;
  private final SettingsStore settings;
  private final Keys keys;

  ProviderKeys(Providers providers, SettingsStore settings, Keys keys) {
    this.providers = providers;
    this.settings = settings;
    this.keys = keys;
  }

  /** A sentence that says from whom the place protects a key. Never blocks. */
  public String protects(KeyPlace.Kind kind) {
    return keys.store(kind).protects();
  }

  /**
   * Finds out whether keys can be kept there, within 3 s and without asking the user anything.
   *
   * @throws SecretException saying why not
   */
  public void probe(KeyPlace.Kind kind) throws SecretException {
    keys.store(kind).probe();
  }

  /** Ends a wait that another thread is in, such as for a password. Nothing is stored then. */
  public void stopWaiting(KeyPlace.Kind kind) {
    keys.store(kind).cancel();
  }

  /**
   * Asks a provider for its models as if it had been added. Stores nothing; blocks on the network.
   *
   * @param key the key to show, or empty to look where the settings say
   * @return how many models it lists
   * @throws IllegalArgumentException with a sentence for the user when the key can't be one
   */
  public int tryOut(ProviderSettings wanted, String key) throws ProviderException {
    return providers.tryOut(wanted, source(wanted, key));
  }

  /**
   * Where the key for a trial is found. Never blocks; stores nothing.
   *
   * @param key the key to show, or empty to look where the settings say
   * @throws IllegalArgumentException with a sentence for the user when it can't be one
   */
  public KeySource source(ProviderSettings wanted, String key) {
    return key.isEmpty() ? keys.sourceFor(wanted) : Keys.only(key);
  }

  /**
   * Adds a provider, or replaces the one of its name, together with its key: both or neither.
   *
   * @param added says where the key is to be kept
   * @return what the user should know although it worked, or empty
   * @throws IllegalArgumentException with a sentence for the user when either can't be used
   */
  public Optional<String> add(ProviderSettings added, String key)
      throws SecretException, SettingsException {
    providers.check(added);
    Optional<ProviderSettings> before = providers.find(added.id());
    keep(before, added, key);
    return before.isPresent() ? forget(before.get(), added) : Optional.empty();
  }

  /**
   * Gives a provider another key. It holds from the next request on; running ones end with the old.
   *
   * @param place where the new key is to be kept
   * @return what the user should know although it worked, or empty
   * @throws IllegalArgumentException with a sentence for the user when it can't be a key
   */
  public Optional<String> change(String id, KeyPlace place, String key)
      throws SecretException, SettingsException {
    ProviderSettings before = providers.find(id).orElseThrow();
    ProviderSettings after = before.with(place);
    keep(Optional.of(before), after, key);
    return forget(before, after);
  }

  /**
   * Leaves the key as it is and puts it somewhere else, or reads it from a variable from now on.
   *
   * @return what the user should know although it worked, or empty
   * @throws IllegalArgumentException when there is no kept key that could be moved
   */
  public Optional<String> move(String id, KeyPlace place)
      throws SecretException, SettingsException {
    ProviderSettings before = providers.find(id).orElseThrow();
    if (place.equals(before.key())) {
      return Optional.empty();
    }
    if (place.isWritten()) {
      return change(
          id,
          place,
          keys.kept(before)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no key of %s yet that could be moved. Enter one."
                              .formatted(id))));
    }
    ProviderSettings after = before.with(place);
    settings.update(current -> current.with(after));
    return forget(before, after);
  }

  /** The key, then the settings; without the settings the key is not left behind either. */
  private void keep(Optional<ProviderSettings> before, ProviderSettings after, String key)
      throws SecretException, SettingsException {
    Optional<String> replaced = before.filter(same -> isSame(same, after)).flatMap(this::present);
    keys.put(after, key);
    try {
      settings.update(current -> current.with(after));
    } catch (SettingsException e) {
      if (replaced.isPresent()) {
        keys.put(after, replaced.get());
      } else {
        keys.delete(after);
      }
      throw e;
    }
  }

  /** The key there is, as far as it can be read; a damaged one is no reason against a new one. */
  private Optional<String> present(ProviderSettings provider) {
    try {
      return keys.kept(provider);
    } catch (SecretException e) {
      return Optional.empty();
    }
  }

  /** Removes the key from where it was before, unless it is still there that it belongs. */
  private Optional<String> forget(ProviderSettings before, ProviderSettings after) {
    if (isSame(before, after)) {
      return Optional.empty();
    }
    try {
      keys.delete(before);
      return Optional.empty();
    } catch (SecretException e) {
      return Optional.of(
          "The key that %s had before could not be removed from %s. %s"
              .formatted(before.id(), keys.store(before.key().kind()).name(), e.getMessage()));
    }
  }

  private static boolean isSame(ProviderSettings before, ProviderSettings after) {
    return before.key().equals(after.key()) && before.origin().equals(after.origin());
  }
}
