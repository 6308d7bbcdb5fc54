package dev.polylogue.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A host that streams Markdown in deltas of four characters at a fixed rate, and remembers when it
 * was asked and when it sent what.
 */
final class ScriptedHost implements AutoCloseable {
  static final int DELTA = 4;

  private final HttpServer server;
  private final List<Served> served = new CopyOnWriteArrayList<>();
  private volatile String text = "";
  private volatile int rate = 1;
  private volatile int opening = DELTA;
  private volatile IntConsumer progress = characters -> {};

  /**
   * One answer.
   *
   * @param asked when the request was read, in nanoseconds
   * @param opening characters of its first delta
   * @param sent when each delta was handed to the socket
   */
  record Served(long asked, int opening, long[] sent) {
    /** When the delta was sent that ends at or behind so many characters. */
    long sent(int characters) {
      int behind = Math.max(0, characters - opening);
      return sent[Math.min(sent.length - 1, (behind + DELTA - 1) / DELTA)];
    }
  }

  ScriptedHost() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::stream);
    server.createContext("/", exchange -> refuse(exchange));
    server.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /**
   * What it answers from now on.
   *
   * @param deltas a second
   * @param sent told the characters sent so far with each delta of the first answer
   */
  void script(String words, int deltas, IntConsumer sent) {
    script("", words, deltas, sent);
  }

  /** The same, with words before that come in one delta. */
  void script(String head, String words, int deltas, IntConsumer sent) {
    opening = head.isEmpty() ? DELTA : head.length();
    text = head + words;
    rate = deltas;
    progress = sent;
    served.clear();
  }

  List<Served> served() {
    return served;
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String words = text;
      int head = Math.min(opening, words.length());
      int deltas = 1 + (words.length() - head + DELTA - 1) / DELTA;
      Served mine = new Served(System.nanoTime(), head, new long[deltas]);
      boolean first = served.isEmpty();
      served.add(mine);
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      long between = 1_000_000_000L / rate;
      long begin = System.nanoTime() + 100_000_000L;
      for (int i = 0; i < mine.sent.length; i++) {
        long due = begin + i * between;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        mine.sent[i] = System.nanoTime();
        int end = Math.min(words.length(), head + i * DELTA);
        int from = i == 0 ? 0 : head + (i - 1) * DELTA;
        send(
            out,
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}"
                .formatted(escaped(words.substring(from, end))));
        if (first) {
          progress.accept(end);
        }
      }
      send(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
      send(out, "[DONE]");
    }
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
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
