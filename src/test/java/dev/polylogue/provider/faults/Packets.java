package dev.polylogue.provider.faults;

import dev.polylogue.provider.FaultHost.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** In which pieces bytes reach the client. */
enum Packets {
  WHOLE,
  BYTE_BY_BYTE,
  RANDOM;

  Wire over(Wire wire) {
    return new Wire(wire.socket(), new Pieces(wire.out(), this), wire.request());
  }

  private static final class Pieces extends OutputStream {
    private final OutputStream out;
    private final Packets packets;
    private final Random random = new Random(7);

    Pieces(OutputStream out, Packets packets) {
      this.out = out;
      this.packets = packets;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int sent = 0;
      while (sent < length) {
        int size =
            switch (packets) {
              case WHOLE -> length;
              case BYTE_BY_BYTE -> 1;
              case RANDOM -> 1 + random.nextInt(40);
            };
        int piece = Math.min(size, length - sent);
        out.write(bytes, from + sent, piece);
        out.flush();
        sent += piece;
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
