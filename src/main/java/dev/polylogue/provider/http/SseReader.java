package dev.polylogue.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads server-sent events byte by byte as the WHATWG standard has them, and more leniently where
 * real servers are careless ({@code providers.md}, 3): lines end in LF, CRLF or CR; a byte order
 * mark is skipped; comments and unknown fields are passed over; an event that the stream's end cuts
 * off behind its last line still counts. Only {@code data} matters: what an event is stands in its
 * JSON.
 *
 * <p>Bounded: neither a line, nor an event may grow past a bound, nor the noise between two events
 * past twice as much. Not thread-safe.
 */
public final class SseReader {
  /** Bytes that an event of words may have: 8 MiB. */
  public static final int WORDS = 8 << 20;

  /** Bytes that an event may have where it may hold a picture as Base64 (F99): 64 MiB. */
  public static final int PICTURES = 64 << 20;

  /** A buffer that grew beyond this for one event is not kept for the next. */
  private static final int KEPT_BYTES = 1 << 20;

  private static final int LONGEST_STRAY = 200;

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean skipLineFeed;
  private boolean firstLine = true;
  private boolean ended;

  private byte[] line = new byte[1024];
  private int lineLength;
  private byte[] data = new byte[1024];
  private int dataLength;
  private boolean hasData;
  private long noise;
  private String stray = "";

  public SseReader(InputStream in) {
    this(in, WORDS);
  }

  /**
   * @param most bytes of one event
   */
  public SseReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * Reads up to the next event that has data.
   *
   * @return false at the end of the stream
   * @throws TooLargeException when a bound is passed
   */
  public boolean next() throws IOException {
    dataLength = 0;
    hasData = false;
    if (data.length > KEPT_BYTES) {
      data = new byte[1024];
    }
    while (!ended) {
      boolean whole = readLine();
      if (lineLength == 0 && (whole || ended)) {
        if (hasData) {
          noise = 0;
          return true;
        }
      } else {
        field();
      }
    }
    return hasData;
  }

  /** The data of the event, valid until the next call of {@link #next}; see {@link #length}. */
  public byte[] data() {
    return data;
  }

  public int length() {
    return dataLength;
  }

  /** The first line that was no field of an event, cut short; empty when there was none. */
  public String stray() {
    return stray;
  }

  /** Whether the data is exactly this ASCII text, blanks around it aside. */
  public boolean dataIs(String ascii) {
    return dataLength < ascii.length() + 16
        && new String(data, 0, dataLength, StandardCharsets.ISO_8859_1).strip().equals(ascii);
  }

  /**
   * Reads one line into {@link #line}.
   *
   * @return false when the stream ended before the line did
   */
  private boolean readLine() throws IOException {
    lineLength = 0;
    while (true) {
      if (position == limit && !fill()) {
        ended = true;
        dropByteOrderMark();
        return false;
      }
      if (skipLineFeed) {
        skipLineFeed = false;
        if (buffer[position] == '\n') {
          position++;
          continue;
        }
      }
      int end = endOfLine();
      keep(end);
      if (end < limit) {
        skipLineFeed = buffer[end] == '\r';
        position = end + 1;
        dropByteOrderMark();
        return true;
      }
      position = end;
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private int endOfLine() {
    int i = position;
    while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
      i++;
    }
    return i;
  }

  private void keep(int end) throws IOException {
    int more = end - position;
    noise += more + 1;
    if (lineLength + more > most || noise > 2L * most) {
      throw tooLarge();
    }
    line = withRoom(line, lineLength, more);
    System.arraycopy(buffer, position, line, lineLength, more);
    lineLength += more;
  }

  private void dropByteOrderMark() {
    boolean marked =
        firstLine
            && lineLength >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    if (marked) {
      lineLength -= 3;
      System.arraycopy(line, 3, line, 0, lineLength);
    }
    firstLine = false;
  }

  private void field() throws IOException {
    if (lineLength >= 4
        && line[0] == 'd'
        && line[1] == 'a'
        && line[2] == 't'
        && line[3] == 'a'
        && (lineLength == 4 || line[4] == ':')) {
      int start = Math.min(5, lineLength);
      if (start < lineLength && line[start] == ' ') {
        start++;
      }
      addData(start);
    } else if (line[0] != ':' && stray.isEmpty()) {
      noteStray();
    }
  }

  private void addData(int start) throws IOException {
    int more = lineLength - start + 1;
    if (dataLength + more > most) {
      throw tooLarge();
    }
    if (!hasData) {
      takeLine(start);
      return;
    }
    data = withRoom(data, dataLength, more);
    data[dataLength++] = '\n';
    System.arraycopy(line, start, data, dataLength, lineLength - start);
    dataLength += lineLength - start;
  }

  /** The line itself becomes the data, so that a picture is not held twice. */
  private void takeLine(int start) {
    byte[] taken = line;
    dataLength = lineLength - start;
    System.arraycopy(taken, start, taken, 0, dataLength);
    line = data;
    data = taken;
    hasData = true;
  }

  private TooLargeException tooLarge() {
    return new TooLargeException(
        "a single event of the stream is larger than %d MiB".formatted(most >> 20));
  }

  private void noteStray() {
    String text =
        new String(line, 0, Math.min(lineLength, LONGEST_STRAY), StandardCharsets.UTF_8).strip();
    boolean known = text.startsWith("event") || text.startsWith("id") || text.startsWith("retry");
    if (!known) {
      stray = text;
    }
  }

  private byte[] withRoom(byte[] bytes, int used, int more) {
    return used + more <= bytes.length
        ? bytes
        : Arrays.copyOf(bytes, Math.max(used + more, Math.min(bytes.length * 2, most)));
  }

  /** Something in an answer grew past its bound. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param what ends the sentence "The answer was cut off: …"
     */
    TooLargeException(String what) {
      super(what);
    }
  }
}
