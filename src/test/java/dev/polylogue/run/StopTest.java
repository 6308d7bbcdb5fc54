package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How soon a stop is felt at the other end of the socket (F83). */
@Timeout(30)
class StopTest {
  private static final long MOST_MILLIS = 500;

  private final BlockingQueue<Long> closed = new LinkedBlockingQueue<>();

  @Test
  void theHostSeesTheCloseWithin500MillisecondsInMidStream() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("kept"));
              seeClose(wire.socket());
            })) {
      Round round = start(host.baseUrl());
      Run run = round.runs().getFirst();
      while (run.snapshot().state() != ReplyState.STREAMING) {
        assertThat(round.pause(1)).isFalse();
      }
      assertStopped(round);
      assertThat(Objects.requireNonNull(run.result()).text()).isEqualTo("kept");
    }
  }

  @Test
  void theHostSeesTheCloseWithin500MillisecondsBeforeTheHeaders() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              asked.countDown();
              seeClose(wire.socket());
            })) {
      Round round = start(host.baseUrl());
      asked.await();
      assertStopped(round);
    }
  }

  @Test
  void theHostSeesTheCloseWithin500MillisecondsInTheTlsHandshake() throws Exception {
    CountDownLatch greeted = new CountDownLatch(1);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = silent.accept()) {
                  assertThat(socket.getInputStream().read()).isPositive();
                  greeted.countDown();
                  seeClose(socket);
                } catch (IOException e) {
                  // the test ended
                }
              });
      Round round = start(URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/v1"));
      greeted.await();
      assertStopped(round);
    }
  }

  @Test
  void aConnectionThatNeverStandsIsGivenUpWithin500Milliseconds() throws Exception {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assumeTrue(isFilled(full, queue), "this system queues connections without a limit");
      Round round = start(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1"));
      assertThat(round.pause(100)).isFalse();
      assertThat(round.runs().getFirst().snapshot().state()).isEqualTo(ReplyState.CONNECTING);
      long before = System.nanoTime();
      round.stopAll();
      round.awaitEnd();
      assertSoon(before, System.nanoTime());
      assertThat(Objects.requireNonNull(round.runs().getFirst().result()).state())
          .isEqualTo(ReplyState.STOPPED);
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  /** Connects until the system takes no further connection for a socket that accepts none. */
  private static boolean isFilled(ServerSocket server, List<Socket> queue) throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
      } catch (SocketTimeoutException e) {
        return true;
      }
    }
    return false;
  }

  private void assertStopped(Round round) throws InterruptedException {
    long before = System.nanoTime();
    round.stopAll();
    assertSoon(before, Objects.requireNonNull(closed.poll(20, TimeUnit.SECONDS)));
    round.awaitEnd();
    assertThat(Objects.requireNonNull(round.runs().getFirst().result()).state())
        .isEqualTo(ReplyState.STOPPED);
  }

  static void assertSoon(long before, long after) {
    assertThat((after - before) / 1_000_000).as("milliseconds").isLessThan(MOST_MILLIS);
  }

  private void seeClose(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      // a reset is a close too
    } finally {
      closed.add(System.nanoTime());
    }
  }

  private static Round start(URI baseUrl) throws Exception {
    return Answers.start(Answers.provider(baseUrl, "canary-4711", Map.of()), "Hello", Journal.NONE);
  }

  private static String words(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }
}
