package dev.polylogue.provider;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;

/** An answer that a host on a real socket gives, whole and in pieces of 1, 7 and 1000 bytes. */
public record PlayedAnswer(int status, boolean isStream, byte[] body) {
  private static final int WHOLE = Integer.MAX_VALUE;
  private static final List<Integer> PIECES = List.of(WHOLE, 1, 7, 1000);

  /** What is asked of the host, and checked. */
  @FunctionalInterface
  public interface Check {
    void run(FaultHost host) throws Exception;
  }

  /** A test for each size of the pieces. */
  public DynamicNode tests(String name, Check check) {
    return dynamicContainer(
        name,
        PIECES.stream()
            .map(
                size ->
                    dynamicTest(
                        size == WHOLE ? "whole" : "in pieces of " + size,
                        () -> play(size, check))));
  }

  private void play(int size, Check check) throws Exception {
    byte[] head =
        ("HTTP/1.1 %d X\r\nContent-Type: %s\r\nConnection: close\r\n\r\n"
                .formatted(status, isStream ? "text/event-stream" : "application/json"))
            .getBytes(StandardCharsets.UTF_8);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(head);
              wire.inPieces(body, size);
            })) {
      check.run(host);
    }
  }
}
