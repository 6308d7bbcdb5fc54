package dev.polylogue.secret;

import java.util.Optional;

/** Stands where there is nothing that could keep keys; says so at each call. Never blocks. */
public final class NoKeychain implements SecretStore {
  private final String name;

  /**
   * @param name what is missing
   */
  public NoKeychain(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String protects() {
    return "Not here on this computer.";
  }

  @Override
  public void probe() throws SecretException {
    throw missing();
  }

  @Override
  public void put(String account, String key) throws SecretException {
    throw missing();
  }

  @Override
  public Optional<String> get(String account) throws SecretException {
    throw missing();
  }

  @Override
  public boolean delete(String account) throws SecretException {
    throw missing();
  }

  private SecretException missing() {
    return new SecretException(
        SecretException.Reason.MISSING,
        "There is no place called %s here that this program can keep keys in.".formatted(name));
  }
}
