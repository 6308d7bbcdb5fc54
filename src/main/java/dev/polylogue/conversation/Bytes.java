package dev.polylogue.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that never change. Equal when they hold the same. */
public final class Bytes {
  public static final Bytes NONE = new Bytes(new byte[0]);

  private static final int PIECE = 1 << 16;

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** Without a copy: the caller promises never to touch the array again. */
  public static Bytes owning(byte[] bytes) {
    return new Bytes(bytes);
  }

  public static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return bytes.length;
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** A copy of the first ones, as many as there are. */
  public byte[] head(int most) {
    return Arrays.copyOf(bytes, Math.min(most, bytes.length));
  }

  public byte at(int index) {
    return bytes[index];
  }

  /** Copies {@code length} of them, beginning at {@code from}. */
  public void copy(int from, byte[] into, int at, int length) {
    System.arraycopy(bytes, from, into, at, length);
  }

  /** Takes a piece of the whole. */
  @FunctionalInterface
  public interface Taker<E extends Exception> {
    /**
     * @param length of the piece, from the beginning of the array, which is used again
     */
    void take(byte[] piece, int length) throws E;
  }

  /** Hands all of them over in their order, without a copy of the whole. */
  public <E extends Exception> void inPieces(Taker<E> taker) throws E {
    byte[] piece = new byte[Math.min(bytes.length, PIECE)];
    for (int at = 0; at < bytes.length; at += piece.length) {
      int length = Math.min(piece.length, bytes.length - at);
      copy(at, piece, 0, length);
      taker.take(piece, length);
    }
  }

  /** As UTF-8; what is none becomes U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
