package dev.polylogue.provider.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Speaks just enough HTTP/2 to take a request, allows any amount of data, and then reads nothing
 * more: whoever writes hangs in the write, and no acknowledgement of anything comes (F15).
 */
final class WedgedHost implements AutoCloseable {
  private static final int PREFACE = 24;
  private static final byte HEADERS = 1;

  private final ServerSocket server;
  private final HandshakeCertificates certificates;
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch wedged = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);

  WedgedHost(HeldCertificate shown) throws IOException {
    certificates = new HandshakeCertificates.Builder().heldCertificate(shown).build();
    server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Waits until the client can't write any more. */
  void awaitWedged() throws InterruptedException {
    wedged.await();
  }

  /** How many connections were made; only the first is spoken to. */
  int connections() {
    return connections.get();
  }

  private void serve() {
    try {
      Socket first = server.accept();
      connections.incrementAndGet();
      Thread.ofPlatform().daemon().start(() -> serve(first));
      while (!server.isClosed()) {
        Socket further = server.accept();
        connections.incrementAndGet();
        further.close();
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket plain) {
    try (plain;
        SSLSocket secure =
            (SSLSocket)
                certificates
                    .sslContext()
                    .getSocketFactory()
                    .createSocket(plain, null, plain.getPort(), false)) {
      secure.setUseClientMode(false);
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      secure.setSSLParameters(parameters);
      takeRequest(secure);
      awaitStandstill(plain);
      wedged.countDown();
      closing.await();
    } catch (IOException | InterruptedException e) {
      wedged.countDown();
    }
  }

  private static void takeRequest(SSLSocket secure) throws IOException {
    DataInputStream in = new DataInputStream(secure.getInputStream());
    DataOutputStream out = new DataOutputStream(secure.getOutputStream());
    in.readNBytes(PREFACE);
    frame(out, 6, 4);
    out.writeShort(4);
    out.writeInt(Integer.MAX_VALUE);
    frame(out, 4, 8);
    out.writeInt(Integer.MAX_VALUE - 65_535);
    frame(out, 0, 4 | 1 << 8);
    out.flush();
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      byte type = in.readByte();
      in.readNBytes(5 + length);
      if (type == HEADERS) {
        return;
      }
    }
  }

  /**
   * @param typeAndFlags the type, and the flags from the ninth bit on
   */
  private static void frame(DataOutputStream out, int length, int typeAndFlags) throws IOException {
    out.writeByte(0);
    out.writeShort(length);
    out.writeByte(typeAndFlags & 0xFF);
    out.writeByte(typeAndFlags >> 8);
    out.writeInt(0);
  }

  /** Nothing more arrives, since nothing is taken away. */
  private static void awaitStandstill(Socket plain) throws IOException {
    int before = -1;
    int same = 0;
    while (same < 50) {
      int waiting = plain.getInputStream().available();
      same = waiting == before ? same + 1 : 0;
      before = waiting;
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
  }
}
