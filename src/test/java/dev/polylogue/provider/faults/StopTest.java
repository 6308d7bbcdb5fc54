package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.SafeClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** <b>Time</b>: the user stops, and panes that don't harm each other. */
@Timeout(60)
class StopTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  @ParameterizedTest
  @EnumSource
  @Covers("F83")
  void aStopReachesTheSocketWithin500Milliseconds(Dialect dialect) throws Exception {
    for (String begun :
        List.of("", FaultHost.streamHead() + dialect.opening() + dialect.text("a"))) {
      CountDownLatch sent = new CountDownLatch(1);
      CompletableFuture<Long> closed = new CompletableFuture<>();
      try (FaultHost host =
          FaultHost.playing(
              wire -> {
                wire.send(begun);
                sent.countDown();
                try {
                  wire.awaitClose();
                } finally {
                  closed.complete(System.nanoTime());
                }
              })) {
        Trial trial = Trial.start(dialect.at(CLIENT, host.baseUrl(), Map.of()), "Hello");
        sent.await();
        long stopped = System.nanoTime();
        trial.stop();
        trial.await();
        assertThat(Duration.ofNanos(closed.get() - stopped)).isLessThan(AT_ONCE);
        assertThat(trial.reply().state()).isEqualTo(ReplyState.STOPPED);
        assertThat("a").startsWith(trial.reply().text());
        assertThat(trial.reply().outcome().failure()).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"F83", "F84"})
  void aStopAtTheVeryEndIsOneOrTheOtherAndTheNextReplyIsItsOwn(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire -> wire.send(FaultHost.streamHead() + dialect.answer("answer " + number)))) {
      for (int i = 0; i < 20; i++) {
        Trial trial = Trial.start(dialect.at(CLIENT, host.baseUrl(), Map.of()), "Hello");
        trial.stop();
        trial.await();
        assertThat(trial.reply().state()).isIn(ReplyState.STOPPED, ReplyState.COMPLETE);
      }
      int seen = host.requests().size();
      assertThat(seen).isLessThanOrEqualTo(20);
      Trial last = Trial.ask(dialect.at(CLIENT, host.baseUrl(), Map.of()), "Hello");
      assertThat(last.reply().state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(last.reply().text()).startsWith("answer ");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F98")
  void oneOfEightPanesFailsAlone(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) ->
                wire ->
                    wire.send(
                        request.body().contains("pane 3")
                            ? FaultHost.answer(401, "text/plain", "no")
                            : FaultHost.streamHead() + dialect.answer("Hi")))) {
      List<Trial> panes = new ArrayList<>();
      for (int pane = 0; pane < 8; pane++) {
        panes.add(Trial.start(dialect.at(CLIENT, host.baseUrl(), Map.of()), "pane " + pane));
      }
      for (int pane = 0; pane < 8; pane++) {
        Trial trial = panes.get(pane);
        trial.await();
        if (pane == 3) {
          assertThat(trial.failure().kind()).isEqualTo(FailureKind.AUTH);
        } else {
          assertThat(trial.reply().text()).isEqualTo("Hi");
        }
      }
      assertThat(host.requests()).hasSize(8);
    }
  }
}
