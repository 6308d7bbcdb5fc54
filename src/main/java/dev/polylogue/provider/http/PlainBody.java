package dev.polylogue.provider.http;

import java.io.IOException;
import okhttp3.MediaType;
import okio.BufferedSink;
import tools.jackson.databind.node.ObjectNode;

/** JSON without pictures from the disk, kept as it was sent. */
final class PlainBody extends OnceBody {
  static final MediaType JSON = MediaType.get("application/json");

  private final byte[] bytes;

  PlainBody(ObjectNode json) {
    bytes = Json.bytes(json);
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  byte[] record() {
    return bytes;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
