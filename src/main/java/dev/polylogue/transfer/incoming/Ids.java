package dev.polylogue.transfer.incoming;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that follow from those of the source (UUID version 5). */
final class Ids {
  private static final UUID SPACE = UUID.fromString("6f1c5d1e-52c0-5c0e-9a53-1d1c1f6a7b42");

  private final String conversation;

  /**
   * @param source the program
   * @param conversation its identifier there
   */
  Ids(String source, String conversation) {
    this.conversation = source + "\n" + conversation;
  }

  /** Of the conversation itself. */
  String whole() {
    return of("");
  }

  /** Of a part of it: what it is, and its identifier there. */
  String part(String what, String id) {
    return of("\n" + what + "\n" + id);
  }

  private String of(String part) {
    byte[] name = (conversation + part).getBytes(StandardCharsets.UTF_8);
    ByteBuffer space =
        ByteBuffer.allocate(16)
            .putLong(SPACE.getMostSignificantBits())
            .putLong(SPACE.getLeastSignificantBits());
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(space.array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
      long high = hash.getLong() & ~0xF000L | 0x5000L;
      long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
