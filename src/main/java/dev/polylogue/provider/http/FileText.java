package dev.polylogue.provider.http;

import dev.polylogue.provider.PictureRequest.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** A picture in the place of a string of JSON: Base64, with or without the head of a data URI. */
final class FileText implements JacksonSerializable {
  static final String WAY = "way";

  /** How it is written, the attribute {@link #WAY}. */
  enum Way {
    /** As it is sent. */
    WHOLE,
    /** As nothing, to measure the rest. */
    EMPTY,
    /** As it is shown and stored. */
    NOTE
  }

  /** Divisible by three, so that Base64 of the pieces is Base64 of the whole. */
  private static final int PIECE = 3 << 12;

  private final SentFile file;
  private final String head;

  FileText(Upload upload, boolean withHead) {
    file = new SentFile(upload);
    head = withHead ? "data:%s;base64,".formatted(upload.mediaType()) : "";
  }

  /** Characters of the string, all of them ASCII and none escaped. */
  long length() {
    return head.length() + Math.ceilDiv(file.upload().bytes(), 3) * 4;
  }

  @Override
  public void serialize(JsonGenerator out, SerializationContext context) {
    switch (context.getAttribute(WAY)) {
      case Way.EMPTY -> out.writeString("");
      case Way.NOTE -> out.writeString(head + file.note());
      case null, default -> {
        try (Reader text = text()) {
          out.writeString(text, -1);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator out, SerializationContext context, TypeSerializer type) {
    serialize(out, context);
  }

  private Reader text() throws IOException {
    InputStream start = new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII));
    return new InputStreamReader(
        new SequenceInputStream(start, new Encoded(file.open())), StandardCharsets.US_ASCII);
  }

  /** Base64 of what it reads. */
  private static final class Encoded extends InputStream {
    private final InputStream in;
    private byte[] piece = new byte[0];
    private int position;

    Encoded(InputStream in) {
      this.in = in;
    }

    private boolean fill() throws IOException {
      if (position == piece.length) {
        byte[] next = in.readNBytes(PIECE);
        piece = Base64.getEncoder().encode(next);
        position = 0;
      }
      return piece.length > 0;
    }

    @Override
    public int read() throws IOException {
      return fill() ? piece[position++] : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, bytes, from, count);
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
