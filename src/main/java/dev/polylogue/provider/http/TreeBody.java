package dev.polylogue.provider.http;

import dev.polylogue.provider.http.FileText.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okio.BufferedSink;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** JSON with pictures in it, which are read from the disk while they are sent. */
final class TreeBody extends OnceBody {
  private final ObjectNode json;
  private final long length;

  TreeBody(ObjectNode json) {
    this.json = json;
    long words = Json.bytes(json, Way.EMPTY).length;
    this.length = words + Json.files(json).mapToLong(FileText::length).sum();
  }

  @Override
  public MediaType contentType() {
    return PlainBody.JSON;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  byte[] record() {
    return Json.bytes(json, Way.NOTE);
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try {
      Json.write(json, sink.outputStream());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }
}
