package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.streamHead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.FaultHost.Wire;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.net.ManualTimer;
import dev.polylogue.provider.net.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** <b>Time</b>, by a clock that the test holds. */
@Timeout(60)
class WatchdogTest {
  private final ManualTimer timer = new ManualTimer();
  private final OkHttpClient client = SafeClient.create(Network.direct().with(timer));

  private void pass(long seconds) {
    timer.advance(Duration.ofSeconds(seconds));
  }

  private Trial ask(Dialect dialect, FaultHost host, Map<String, String> options) throws Exception {
    return Trial.ask(dialect.at(client, host.baseUrl(), options), "Hello");
  }

  private ChatStream open(Dialect dialect, FaultHost host) throws Exception {
    return dialect.at(client, host.baseUrl(), Map.of()).chat(Trial.request("Hello"));
  }

  private static void until(ChatStream stream, Class<? extends ChatEvent> kind) throws Exception {
    ChatEvent event = stream.next();
    while (!kind.isInstance(event)) {
      event = stream.next();
    }
  }

  private static void waitForClose(Wire wire) {
    try {
      wire.awaitClose();
    } catch (IOException e) {
      // closed with a reset
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F77")
  void headersMayTake90Seconds(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              pass(90);
              wire.send(streamHead() + dialect.answer("Hi"));
            })) {
      assertThat(ask(dialect, host, Map.of()).reply().text()).isEqualTo("Hi");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F77")
  void noHeadersFor120SecondsIsATimeoutThatMayHaveBeenBilled(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              pass(121);
              waitForClose(wire);
            })) {
      Trial trial = ask(dialect, host, Map.of());
      assertThat(trial.reply().state()).isEqualTo(ReplyState.FAILED);
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(trial.failure().message()).contains("within 120 seconds", "billed");
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F77")
  void aModelThatLoadsInSilenceMayBeGivenMoreTime(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              pass(1100);
              wire.send(streamHead() + dialect.answer("Hi"));
            })) {
      assertThat(ask(dialect, host, Map.of("idle-seconds", "1200")).reply().text()).isEqualTo("Hi");
    }
  }

  @Test
  @Covers("F36")
  void interimAnswersWithoutEndAreNoAnswer() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              for (int i = 0; i < 1000; i++) {
                wire.send("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n");
                pass(1);
              }
            })) {
      Trial trial = ask(Dialect.CHAT_COMPLETIONS, host, Map.of());
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"F56", "F78"})
  void pingsKeepAWaitAlive(Dialect dialect) throws Exception {
    CountDownLatch[] due = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + dialect.opening());
              for (CountDownLatch ping : due) {
                await(ping);
                wire.send(": ping\n\n" + dialect.thought("hm"));
              }
              wire.send(dialect.text("a") + dialect.end());
            })) {
      try (ChatStream stream = open(dialect, host)) {
        until(stream, ChatEvent.Started.class);
        for (CountDownLatch ping : due) {
          pass(100);
          ping.countDown();
          until(stream, ChatEvent.ReasoningDelta.class);
        }
        until(stream, ChatEvent.Finished.class);
      }
    }
  }

  private static void acquire(Semaphore due) throws IOException {
    try {
      due.acquire();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F79")
  void silenceInTheMiddleKeepsWhatCame(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + dialect.opening() + dialect.text("kept"));
              waitForClose(wire);
            })) {
      try (ChatStream stream = open(dialect, host)) {
        until(stream, ChatEvent.TextDelta.class);
        pass(119);
        pass(2);
        ProviderException told = catchThrowableOfType(ProviderException.class, stream::next);
        assertThat(told.outcome()).isEqualTo(ReplyState.INTERRUPTED);
        assertThat(told.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(told.getMessage()).contains("No data from", "for 120 seconds");
        assertThat(told.repeat()).isEqualTo(Repeat.NEVER);
      }
    }
  }

  /** One event every 20 seconds, for ever. */
  @ParameterizedTest
  @EnumSource
  @Covers("F80")
  void anAnswerThatOnlyDripsEndsAfterHalfAnHour(Dialect dialect) throws Exception {
    Semaphore due = new Semaphore(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + dialect.opening());
              while (true) {
                acquire(due);
                wire.send(dialect.text("x"));
              }
            })) {
      try (ChatStream stream = open(dialect, host)) {
        int events = 0;
        ProviderException told = null;
        while (told == null) {
          try {
            until(stream, ChatEvent.TextDelta.class);
            events++;
            pass(20);
            due.release();
          } catch (ProviderException e) {
            told = e;
          }
        }
        assertThat(told.outcome()).isEqualTo(ReplyState.INTERRUPTED);
        assertThat(told.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(told.getMessage()).contains("longer than 30 minutes");
        assertThat(events).isGreaterThanOrEqualTo(90);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F82")
  void aHostThatNeverClosesIsLetGoTwoSecondsAfterTheFinish(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + dialect.opening() + dialect.text("a"));
              wire.send(dialect.finish("stop"));
              waitForClose(wire);
            })) {
      try (ChatStream stream = open(dialect, host)) {
        until(stream, ChatEvent.Finished.class);
        pass(2);
        ChatEvent event = stream.next();
        while (event != null) {
          event = stream.next();
        }
        assertThat(event).isNull();
      }
    }
  }

  /** The host sends the second event only when the first was read: else this hangs. */
  @ParameterizedTest
  @EnumSource
  @Covers("F42")
  void aPackedStreamIsReadAsItComes(Dialect dialect) throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
              ByteArrayOutputStream packed = new ByteArrayOutputStream();
              GZIPOutputStream zip = new GZIPOutputStream(packed, 512, true);
              zip.write((dialect.opening() + dialect.text("a")).getBytes(StandardCharsets.UTF_8));
              zip.flush();
              wire.send(packed.toByteArray());
              packed.reset();
              await(read);
              zip.write(dialect.end().getBytes(StandardCharsets.UTF_8));
              zip.close();
              wire.send(packed.toByteArray());
            })) {
      try (ChatStream stream = open(dialect, host)) {
        until(stream, ChatEvent.TextDelta.class);
        read.countDown();
        until(stream, ChatEvent.Finished.class);
      }
    }
  }
}
