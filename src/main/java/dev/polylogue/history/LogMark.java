package dev.polylogue.history;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the log beside a database must hold at the least, since its commit was acknowledged. It is
 * written after the commit, so it may lag behind the log and never leads it.
 *
 * @param salts the two numbers in each frame of the log, which are others whenever it begins anew
 * @param frames of the log up to the commit; 0 where nothing is known to have to be in it
 * @param moved so many of them were in the database by then
 * @param print of the last of the frames: the number of its page, and a sum over that
 * @param at when the commit was made, in milliseconds since 1970
 * @param sure until when everything is in the database itself, in the same way; 0 if not known
 */
record LogMark(long salts, int frames, int moved, long print, long at, long sure) {
  private static final String BEGIN = "log ";
  private static final int BYTES = 8 + 4 + 4 + 8 + 8 + 8;

  /** One that asks for nothing. */
  static LogMark none(Instant at, long sure) {
    return new LogMark(0, 0, 0, 0, at.toEpochMilli(), sure);
  }

  static @Nullable LogMark parse(String line) {
    if (!line.startsWith(BEGIN) || line.length() != BEGIN.length() + 2 * BYTES) {
      return null;
    }
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(HexFormat.of().parseHex(line, BEGIN.length(), line.length()));
      return new LogMark(
          bytes.getLong(),
          bytes.getInt(),
          bytes.getInt(),
          bytes.getLong(),
          bytes.getLong(),
          bytes.getLong());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A line of always the same length. */
  String line() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(salts).putInt(frames).putInt(moved).putLong(print).putLong(at).putLong(sure);
    return BEGIN + HexFormat.of().formatHex(bytes.array()) + "\n";
  }
}
