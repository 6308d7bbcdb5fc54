package dev.polylogue.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Ruins files. */
final class Damage {
  private Damage() {}

  static void garbage(Path file, long from, long to) throws IOException {
    byte[] garbage = new byte[(int) (to - from)];
    new Random(from).nextBytes(garbage);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), from);
    }
  }
}
