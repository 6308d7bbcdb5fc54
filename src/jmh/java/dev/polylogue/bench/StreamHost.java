package dev.polylogue.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A host that streams numbered deltas at a fixed rate and remembers when it sent each one. */
final class StreamHost implements AutoCloseable {
  private final HttpServer server;
  private final int deltas;
  private final long nanosBetween;
  private volatile long lastSent;

  StreamHost(int deltas, int rate) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.deltas = deltas;
    this.nanosBetween = 1_000_000_000L / rate;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::stream);
    server.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** When the last delta of the last answer was handed to the socket, in nanoseconds. */
  long lastSent() {
    return lastSent;
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      long begin = System.nanoTime();
      for (int i = 0; i < deltas; i++) {
        long due = begin + i * nanosBetween;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        long now = System.nanoTime();
        lastSent = now;
        send(out, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + now + " \"}}]}");
      }
      send(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
      send(out, "[DONE]");
    }
  }

  private static void send(OutputStream out, String payload) throws IOException {
    out.write(("data: " + payload + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
