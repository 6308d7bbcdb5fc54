package dev.polylogue.provider.http;

import dev.polylogue.provider.http.WireBody.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A form whose files are read from the disk while they are sent. */
final class FormBody extends OnceBody {
  private final MultipartBody body;
  private final List<Shown> shown = new ArrayList<>();

  /**
   * @param file null for words, which stand in the value
   */
  private record Shown(String name, String value, @Nullable SentFile file) {
    @Override
    public String toString() {
      return "%s: %s\n".formatted(name, file == null ? value : value + " " + file.note());
    }
  }

  FormBody(WireBody.Form form) {
    MultipartBody.Builder builder = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (Field field : form.fields()) {
      switch (field) {
        case Field.Text(String name, String value) -> {
          builder.addFormDataPart(name, value);
          shown.add(new Shown(name, value, null));
        }
        case Field.File file -> {
          SentFile sent = new SentFile(file.upload());
          builder.addFormDataPart(file.name(), file.fileName(), new FilePart(sent));
          shown.add(new Shown(file.name(), file.fileName(), sent));
        }
      }
    }
    body = builder.build();
  }

  @Override
  public MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    try {
      return body.contentLength();
    } catch (IOException e) {
      throw new IllegalStateException("Every part knows its length.", e);
    }
  }

  @Override
  byte[] record() {
    StringBuilder all = new StringBuilder();
    shown.forEach(all::append);
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }

  private static final class FilePart extends RequestBody {
    private final SentFile file;

    FilePart(SentFile file) {
      this.file = file;
    }

    @Override
    public MediaType contentType() {
      return MediaType.get(file.upload().mediaType());
    }

    @Override
    public long contentLength() {
      return file.upload().bytes();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (Source source = Okio.source(file.open())) {
        sink.writeAll(source);
      }
    }
  }
}
