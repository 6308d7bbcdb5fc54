package dev.polylogue.secret;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys in the memory of this run; they are written nowhere. Never blocks. */
public final class SessionStore implements SecretStore {
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "the memory of this run";
  }

  @Override
  public String protects() {
    return "Written nowhere and forgotten when the program ends; you enter it again next time.";
  }

  @Override
  public void probe() {}

  @Override
  public void put(String account, String key) {
    keys.put(account, key);
  }

  @Override
  public Optional<String> get(String account) {
    return Optional.ofNullable(keys.get(account));
  }

  @Override
  public boolean delete(String account) {
    return keys.remove(account) != null;
  }
}
