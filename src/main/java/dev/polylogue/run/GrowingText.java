package dev.polylogue.run;

import java.util.Arrays;
import java.util.Objects;

/**
 * Text that only grows, with views that cost nothing. One thread appends; a view taken by the same
 * lock holder may be read by any thread for ever.
 *
 * <p>What it holds is always well-formed UTF-16: a surrogate pair that arrives in two pieces waits
 * for its second half, and a half that never finds its other becomes U+FFFD (F55, D38).
 */
final class GrowingText {
  private static final char REPLACEMENT = '\uFFFD';

  private char[] chars = new char[256];
  private int length;
  private char waitingHalf;

  void append(String text) {
    int from = 0;
    if (waitingHalf != 0 && !text.isEmpty()) {
      char half = waitingHalf;
      waitingHalf = 0;
      if (Character.isLowSurrogate(text.charAt(0))) {
        put(half);
        put(text.charAt(0));
        from = 1;
      } else {
        put(REPLACEMENT);
      }
    }
    int to = text.length();
    if (to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
      waitingHalf = text.charAt(to - 1);
      to--;
    }
    appendWellFormed(text, from, to);
  }

  private void appendWellFormed(String text, int from, int to) {
    makeRoom(to - from);
    text.getChars(from, to, chars, length);
    int end = length + to - from;
    for (int i = length; i < end; i++) {
      if (Character.isSurrogate(chars[i])) {
        boolean pair =
            Character.isHighSurrogate(chars[i])
                && i + 1 < end
                && Character.isLowSurrogate(chars[i + 1]);
        if (pair) {
          i++;
        } else {
          chars[i] = REPLACEMENT;
        }
      }
    }
    length = end;
  }

  /** Nothing more will come: a waiting half is given up. */
  void close() {
    if (waitingHalf != 0) {
      waitingHalf = 0;
      put(REPLACEMENT);
    }
  }

  int length() {
    return length;
  }

  CharSequence view() {
    return new View(chars, 0, length);
  }

  String from(int start) {
    return new String(chars, start, length - start);
  }

  private void put(char c) {
    makeRoom(1);
    chars[length++] = c;
  }

  private void makeRoom(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + more, chars.length * 2));
    }
  }

  /** What was appended up to a moment; later appends write behind it or into another array. */
  private static final class View implements CharSequence {
    private final char[] store;
    private final int offset;
    private final int length;

    View(char[] store, int offset, int length) {
      this.store = store;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return store[offset + Objects.checkIndex(index, length)];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      Objects.checkFromToIndex(start, end, length);
      return new View(store, offset + start, end - start);
    }

    @Override
    public String toString() {
      return new String(store, offset, length);
    }
  }
}
