package dev.polylogue.secret;

import dev.polylogue.secret.SecretException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A store that may hang, be locked or misbehave, made safe to call: one call at a time, so that the
 * user is asked to unlock once; each on a worker, with a limit; interrupting the caller ends the
 * wait.
 */
public final class GuardedStore implements SecretStore {
  private final SecretStore store;
  private final Worker worker;
  private final Limits limits;
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * How long to wait.
   *
   * @param probe for a probe, which asks the user nothing
   * @param unlock for any other call, which may have to wait until the user has typed a password
   */
  public record Limits(Duration probe, Duration unlock) {
    public static final Limits USUAL = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(120));
  }

  public GuardedStore(SecretStore store, Worker worker, Limits limits) {
    this.store = store;
    this.worker = worker;
    this.limits = limits;
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public String protects() {
    return store.protects();
  }

  @Override
  public void probe() throws SecretException {
    Callable<Boolean> probing =
        () -> {
          store.probe();
          return true;
        };
    guarded(probing, limits.probe);
  }

  @Override
  public void put(String account, String key) throws SecretException {
    Callable<Boolean> putting =
        () -> {
          store.put(account, key);
          return true;
        };
    guarded(putting, limits.unlock);
  }

  @Override
  public Optional<String> get(String account) throws SecretException {
    return guarded(() -> store.get(account), limits.unlock);
  }

  @Override
  public boolean delete(String account) throws SecretException {
    return guarded(() -> store.delete(account), limits.unlock);
  }

  @Override
  public void cancel() {
    store.cancel();
  }

  private <T> T guarded(Callable<T> work, Duration limit) throws SecretException {
    try {
      turn.lockInterruptibly();
      try {
        return worker.call(work, limit);
      } catch (TimeoutException | InterruptedException e) {
        store.cancel();
        throw e;
      } finally {
        turn.unlock();
      }
    } catch (TimeoutException e) {
      throw new SecretException(
          Reason.SLOW,
          "%s did not answer within %d s. See whether it asks you for its password, and try again; or choose another place for the key."
              .formatted(capital(name()), limit.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretException(
          Reason.CANCELLED, "The wait for %s was ended. Try again.".formatted(name()));
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw cause instanceof SecretException known ? known : broken(cause);
    }
  }

  /** What the cause says is left out: it may quote what it was given. */
  private SecretException broken(Throwable cause) {
    return new SecretException(
        Reason.BROKEN,
        "%s failed (%s). What it held is as it was. Try again, or choose another place for the key."
            .formatted(capital(name()), cause.getClass().getSimpleName()));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
