package dev.polylogue.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which pictures are named. */
final class Hash {
  private Hash() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In 64 lower-case hexadecimal digits. */
  static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
