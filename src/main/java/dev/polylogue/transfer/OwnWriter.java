package dev.polylogue.transfer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** Writes comparisons as our own JSON on one line, one after another; none waits for another. */
public final class OwnWriter implements AutoCloseable {
  private static final ObjectWriter WRITER =
      Json.MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  private final JsonGenerator json;

  /** Begins a document. The stream stays open in the end. */
  public OwnWriter(OutputStream out) throws IOException {
    json = WRITER.createGenerator(out);
    writing(
        () -> {
          json.writeStartObject();
          json.writeStringProperty(OwnFormat.FORMAT_FIELD, OwnFormat.NAME);
          json.writeNumberProperty(OwnFormat.VERSION_FIELD, OwnFormat.VERSION);
          json.writeArrayPropertyStart(OwnFormat.COMPARISONS);
        });
  }

  /** How many files of it were not there to be written. */
  public int write(Facts comparison, StoredFiles files) throws IOException {
    int[] missing = {0};
    writing(
        () -> {
          json.writeStartObject();
          missing[0] = files(comparison, files);
          fields(comparison);
          json.writeEndObject();
        });
    return missing[0];
  }

  private int files(Facts comparison, StoredFiles files) throws IOException {
    int missing = 0;
    boolean begun = false;
    for (Blob blob : FilesOf.comparison(comparison)) {
      if (!begun) {
        json.writeArrayPropertyStart(OwnFormat.FILES);
        begun = true;
      }
      Optional<Bytes> bytes = files.read(blob);
      json.writeStartObject();
      json.writeStringProperty(OwnFormat.SHA256, blob.sha256());
      if (bytes.isPresent()) {
        json.writeName(OwnFormat.DATA);
        json.writeBinary(bytes.get().toArray());
      } else {
        json.writeBooleanProperty(OwnFormat.MISSING, true);
        missing++;
      }
      json.writeEndObject();
    }
    if (begun) {
      json.writeEndArray();
    }
    return missing;
  }

  private void fields(Facts facts) {
    for (Map.Entry<String, Object> value : facts.values().entrySet()) {
      json.writeName(value.getKey());
      value(value.getValue());
    }
    for (Map.Entry<String, List<Facts>> list : facts.lists().entrySet()) {
      json.writeArrayPropertyStart(list.getKey());
      for (Facts one : list.getValue()) {
        json.writeStartObject();
        fields(one);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void value(Object value) {
    switch (value) {
      case String text -> json.writeString(text);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case Bytes bytes -> json.writeBinary(bytes.toArray());
      case Facts.Json inner -> inner(inner.text());
      default -> throw new IllegalArgumentException("No such value: " + value.getClass());
    }
  }

  /** As JSON within JSON, unless reading that would not give the same letters again. */
  private void inner(String text) {
    if (isSame(text)) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  private static boolean isSame(String text) {
    try {
      return !text.startsWith("\"") && Json.MAPPER.readTree(text).toString().equals(text);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Ends the document. */
  @Override
  public void close() throws IOException {
    writing(
        () -> {
          json.writeEndArray();
          json.writeEndObject();
          json.writeRaw('\n');
          json.close();
        });
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void writing(Step step) throws IOException {
    try {
      step.run();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }
  }
}
