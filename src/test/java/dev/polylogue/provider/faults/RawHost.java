package dev.polylogue.provider.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A port on this computer that does what a test says with each connection, from its first byte. */
final class RawHost implements AutoCloseable {
  /** Treats one connection, which is closed afterwards. */
  @FunctionalInterface
  interface Treatment {
    void of(Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();

  private RawHost(ServerSocket server) {
    this.server = server;
  }

  static RawHost treating(Treatment treatment) throws IOException {
    RawHost host = new RawHost(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> host.accept(treatment));
    return host;
  }

  /** A port at which nobody listens. */
  static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void accept(Treatment treatment) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> treat(socket, treatment));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void treat(Socket socket, Treatment treatment) {
    try (socket) {
      treatment.of(socket);
    } catch (IOException e) {
      // the client went away, which some tests want
    }
  }

  /** Ends a connection with a reset instead of an orderly end. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  int port() {
    return server.getLocalPort();
  }

  URI baseUrl(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/v1");
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
