package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from everything else: valid UTF-8, or UTF-16 with its mark, without a NUL. */
public final class TextFile {
  private static final char MARK = '\uFEFF';

  private TextFile() {}

  /** The text without its byte order mark; empty where it is none. */
  public static Optional<String> decode(Bytes bytes) {
    byte[] head = bytes.head(2);
    boolean wide = head.length == 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0x1fd;
    Charset charset =
        !wide || Math.abs(head[0] - head[1]) != 1
            ? StandardCharsets.UTF_8
            : (head[0] & 0xff) == 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes.toArray())).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
      return text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(marked ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
