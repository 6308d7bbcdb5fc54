package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
  private static final String STREAM =
      """
      : a comment
      event: message
      data: {"a":"é"}

      data:two
      data: lines

      id: 7
      retry: 10
      database: trap
      data
      data: 🌊

      : PROCESSING

      data: last

      """;
  private static final List<String> EVENTS = List.of("{\"a\":\"é\"}", "two\nlines", "\n🌊", "last");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndAtEverySplitOffsetGivesTheSameEvents_F50_F53_F56_F57_F58_F62(String lineEnd)
      throws IOException {
    byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    for (int split = 0; split <= bytes.length; split++) {
      assertThat(read(pieces(bytes, split))).as("split at %d", split).isEqualTo(EVENTS);
    }
    assertThat(read(oneByOne(bytes))).isEqualTo(EVENTS);
  }

  @Test
  void mixedLineEndsAreReadAlike_F50() throws IOException {
    assertThat(read(of("data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r")))
        .containsExactly("a\nb\nc", "d");
  }

  @Test
  void aStreamThatEndsInABareCarriageReturnEnds_F51() throws IOException {
    assertThat(read(of("data: a\r\rdata: b\r"))).containsExactly("a", "b");
  }

  @Test
  void aByteOrderMarkIsSkippedAtTheStartOnly_F52() throws IOException {
    byte[] bytes = "\uFEFFdata: a\n\ndata: \uFEFFb\n\n".getBytes(StandardCharsets.UTF_8);
    for (int split = 0; split < 8; split++) {
      assertThat(read(pieces(bytes, split))).containsExactly("a", "\uFEFFb");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: a\n\ndata: b", "data: a\n\ndata: b\n", "data: a\n\ndata: b\n\n"})
  void aLastEventWithoutItsBlankLineCounts_F60(String stream) throws IOException {
    assertThat(read(of(stream))).containsExactly("a", "b");
  }

  @Test
  void invalidUtf8IsHandedOnAsItIs_F54() throws IOException {
    SseReader reader =
        new SseReader(
            new ByteArrayInputStream(
                new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xFF, '\n', '\n'}));
    assertThat(reader.next()).isTrue();
    assertThat(Arrays.copyOf(reader.data(), reader.length())).containsExactly(0xFF);
  }

  @Test
  void aLineWithoutEndIsBounded_F61() {
    assertThatThrownBy(() -> read(endless("x"))).isInstanceOf(SseReader.TooLargeException.class);
  }

  @Test
  void theBoundIsGivenWithTheStream_F99() throws IOException {
    String longest = "data: " + "x".repeat((1 << 20) - 6);
    SseReader reader = new SseReader(of(longest + "\n\ndata: y\n\n" + longest + "x\n\n"), 1 << 20);
    assertThat(reader.next()).isTrue();
    assertThat(reader.length()).isEqualTo((1 << 20) - 6);
    assertThat(reader.next()).isTrue();
    assertThat(new String(reader.data(), 0, reader.length(), StandardCharsets.UTF_8))
        .isEqualTo("y");
    assertThatThrownBy(reader::next)
        .isInstanceOf(SseReader.TooLargeException.class)
        .hasMessageContaining("larger than 1 MiB");
  }

  @Test
  void anEventOfEndlessLinesIsBounded_F61() {
    assertThatThrownBy(() -> read(endless("data: x\n")))
        .isInstanceOf(SseReader.TooLargeException.class);
  }

  @Test
  void commentsAloneAreBounded_T10() {
    assertThatThrownBy(() -> read(endless(": ping\n")))
        .isInstanceOf(SseReader.TooLargeException.class);
  }

  @Test
  void remembersWhatWasNoEvent() throws IOException {
    SseReader reader = new SseReader(of("upstream broke\n\n"));
    assertThat(reader.next()).isFalse();
    assertThat(reader.stray()).isEqualTo("upstream broke");
  }

  private static List<String> read(InputStream in) throws IOException {
    SseReader reader = new SseReader(in);
    List<String> events = new ArrayList<>();
    while (reader.next()) {
      events.add(new String(reader.data(), 0, reader.length(), StandardCharsets.UTF_8));
    }
    return events;
  }

  private static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands out the bytes before the split in one read, the others in the next. */
  private static InputStream pieces(byte[] bytes, int split) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, pos < split ? Math.min(length, split - pos) : length);
      }
    };
  }

  private static InputStream oneByOne(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1));
      }
    };
  }

  private static InputStream endless(String piece) {
    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return bytes[at++ % bytes.length];
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        for (int i = 0; i < length; i++) {
          into[offset + i] = (byte) read();
        }
        return length;
      }
    };
  }
}
