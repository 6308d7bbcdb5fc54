package dev.polylogue.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * A host on the loopback address that plays a script byte by byte, so that a test decides what
 * arrives, in which pieces and how it ends. Each connection answers one request and is closed.
 */
public final class FaultHost implements AutoCloseable {

  /** Plays one answer on the wire. */
  @FunctionalInterface
  public interface Script {
    void play(Wire wire) throws IOException;
  }

  /** One connection, its request already read. */
  public record Wire(Socket socket, OutputStream out, Request request) {
    public void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    public void inPieces(byte[] bytes, int size) throws IOException {
      for (int from = 0; from < bytes.length; from += size) {
        out.write(bytes, from, Math.min(size, bytes.length - from));
        out.flush();
      }
    }

    /** Ends the connection with a reset instead of an orderly end. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Blocks until the other side has closed the connection. */
    public void awaitClose() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
    }
  }

  /**
   * A request as it was received.
   *
   * @param body as UTF-8
   * @param bytes the body as it came
   */
  public record Request(String head, String body, byte[] bytes) {
    public String header(String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket server;
  private final BiFunction<Integer, Request, Script> scripts;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private FaultHost(ServerSocket server, BiFunction<Integer, Request, Script> scripts) {
    this.server = server;
    this.scripts = scripts;
  }

  /** Plays the same script for each request. */
  public static FaultHost playing(Script script) throws IOException {
    return deciding((number, request) -> script);
  }

  /**
   * @param scripts chooses by the number of the request, from 0, and by what it says
   */
  public static FaultHost deciding(BiFunction<Integer, Request, Script> scripts)
      throws IOException {
    FaultHost host =
        new FaultHost(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
    Thread.ofVirtual().start(host::accept);
    return host;
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
  }

  public List<Request> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      int number;
      synchronized (requests) {
        number = requests.size();
        requests.add(request);
      }
      scripts.apply(number, request).play(new Wire(socket, socket.getOutputStream(), request));
    } catch (IOException e) {
      // the client went away, which some tests want
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.write(b);
    }
    Request bare = new Request(head.toString(StandardCharsets.ISO_8859_1), "", new byte[0]);
    String length = bare.header("Content-Length");
    byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Request(bare.head(), new String(body, StandardCharsets.UTF_8), body);
  }

  /** The head of a streamed answer that ends with the connection. */
  public static String streamHead() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  }

  /** A whole answer of the given status. */
  public static String answer(int status, String type, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Content-Type: ")
        .append(type)
        .append("\r\nConnection: close\r\nContent-Length: ")
        .append(body.getBytes(StandardCharsets.UTF_8).length)
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
