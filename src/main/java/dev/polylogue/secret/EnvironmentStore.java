package dev.polylogue.secret;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the process. Its accounts are names of variables, and it is only read: whoever
 * started the program decides what is in it. Never blocks.
 */
public final class EnvironmentStore implements SecretStore {
  private final Function<String, @Nullable String> environment;

  /**
   * @param environment looks up an environment variable, null when it is not set
   */
  public EnvironmentStore(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "the environment";
  }

  @Override
  public String protects() {
    return "Read at each use and stored nowhere by this program; as safe as the place you set it in.";
  }

  @Override
  public void probe() {}

  @Override
  public void put(String account, String key) throws SecretException {
    throw readOnly();
  }

  @Override
  public Optional<String> get(String variable) {
    return Optional.ofNullable(environment.apply(variable))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  @Override
  public boolean delete(String account) throws SecretException {
    throw readOnly();
  }

  private static SecretException readOnly() {
    return new SecretException(
        SecretException.Reason.UNSUITABLE,
        "A program can't change the environment it was started in. Set the variable where you set your others, and start the program again.");
  }
}
