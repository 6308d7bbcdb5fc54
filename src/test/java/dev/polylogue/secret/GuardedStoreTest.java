package dev.polylogue.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylogue.secret.SecretException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A keychain that misbehaves costs a sentence, not a freeze and not a key (faults.md, 7.4). */
class GuardedStoreTest {
  private static final String ACCOUNT = "xai @ https://api.x.ai:443";
  private static final String KEY = "canary-of-this-test";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Moody moody = new Moody();

  @AfterEach
  void close() {
    moody.letGo.countDown();
    threads.shutdownNow();
  }

  private SecretStore guarded() {
    return new GuardedStore(moody, Worker.on(threads), GuardedStore.Limits.USUAL);
  }

  /** Whatever the work, its time is up at once. */
  private SecretStore outOfTime(List<Duration> limits) {
    return new GuardedStore(
        moody,
        new Worker() {
          @Override
          public <T> T call(Callable<T> work, Duration limit) throws TimeoutException {
            limits.add(limit);
            throw new TimeoutException();
          }
        },
        GuardedStore.Limits.USUAL);
  }

  @Test
  void whatAHealthyStoreSaysIsPassedOn() throws Exception {
    SecretStore store = guarded();
    store.probe();
    store.put(ACCOUNT, KEY);
    assertThat(store.get(ACCOUNT)).contains(KEY);
    assertThat(store.delete(ACCOUNT)).isTrue();
    assertThat(store.delete(ACCOUNT)).isFalse();
  }

  @Test
  void aSlowStoreIsGivenUpAndTold() {
    List<Duration> limits = new ArrayList<>();
    SecretStore store = outOfTime(limits);
    SecretException probed = catchThrowableOfType(SecretException.class, store::probe);
    SecretException asked = catchThrowableOfType(SecretException.class, () -> store.get(ACCOUNT));
    assertThat(probed.reason()).isEqualTo(Reason.SLOW);
    assertThat(probed).hasMessageContaining("within 3 s").hasMessageContaining("another place");
    assertThat(asked.reason()).isEqualTo(Reason.SLOW);
    assertThat(limits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(120));
    assertThat(moody.cancelled).isEqualTo(2);
  }

  @Test
  void whoStopsWaitingIsLetGoAtOnceAndTheCallIsEnded() throws Exception {
    moody.hang = true;
    SecretStore store = guarded();
    List<Throwable> seen = new ArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    store.get(ACCOUNT);
                  } catch (SecretException e) {
                    seen.add(e);
                  }
                });
    moody.called.await();
    waiting.interrupt();
    waiting.join();
    assertThat(((SecretException) seen.getFirst()).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(moody.cancelled).isEqualTo(1);
    moody.hang = false;
    store.put(ACCOUNT, KEY);
    assertThat(store.get(ACCOUNT)).contains(KEY);
  }

  @Test
  void aLockedStoreKeepsItsOwnSentence() {
    moody.trouble = new SecretException(Reason.LOCKED, "It is locked.");
    assertThatThrownBy(() -> guarded().get(ACCOUNT)).isSameAs(moody.trouble);
    assertThatThrownBy(() -> guarded().put(ACCOUNT, KEY)).isSameAs(moody.trouble);
    assertThatThrownBy(() -> guarded().delete(ACCOUNT)).isSameAs(moody.trouble);
  }

  @Test
  void aStoreThatThrowsWhateverItWasGivenDoesNotSpillIt_T14() {
    moody.trouble = new IllegalStateException("could not keep " + KEY);
    assertThatThrownBy(() -> guarded().put(ACCOUNT, KEY))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("IllegalStateException")
        .hasMessageNotContaining(KEY)
        .hasNoCause();
  }

  @Test
  void theWorkerTellsWhatTheWorkThrew() {
    assertThatThrownBy(
            () ->
                Worker.on(threads)
                    .call(
                        () -> {
                          throw new SecretException(Reason.LOCKED, "x");
                        },
                        Duration.ofSeconds(10)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SecretException.class);
  }

  /** A keychain of moods. */
  private static final class Moody implements SecretStore {
    final SessionStore inner = new SessionStore();
    final CountDownLatch called = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);
    volatile Exception trouble;
    volatile boolean hang;
    volatile int cancelled;

    private void mood() throws SecretException {
      called.countDown();
      if (hang) {
        try {
          letGo.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      if (trouble instanceof SecretException known) {
        throw known;
      }
      if (trouble instanceof RuntimeException unexpected) {
        throw unexpected;
      }
    }

    @Override
    public String name() {
      return "the keychain";
    }

    @Override
    public String protects() {
      return "";
    }

    @Override
    public void probe() throws SecretException {
      mood();
    }

    @Override
    public void put(String account, String key) throws SecretException {
      mood();
      inner.put(account, key);
    }

    @Override
    public Optional<String> get(String account) throws SecretException {
      mood();
      return inner.get(account);
    }

    @Override
    public boolean delete(String account) throws SecretException {
      mood();
      return inner.delete(account);
    }

    @Override
    public void cancel() {
      cancelled++;
    }
  }
}
