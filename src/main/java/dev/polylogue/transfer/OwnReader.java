package dev.polylogue.transfer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Title;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads our own JSON, one comparison and one file after another. */
public final class OwnReader {
  private static final int LARGEST_FILE = 256 << 20;

  private final JsonParser json;
  private final Receiver receiver;

  /**
   * @param json behind {@link #isBegun}
   */
  public OwnReader(JsonParser json, Receiver receiver) {
    this.json = json;
    this.receiver = receiver;
  }

  /**
   * Whether the document is one of ours, which its first field says. Reads that field if so.
   *
   * @param json at the name of the first field
   */
  public static boolean isBegun(JsonParser json) {
    return OwnFormat.FORMAT_FIELD.equals(json.currentName())
        && json.nextToken() == JsonToken.VALUE_STRING
        && OwnFormat.NAME.equals(json.getString());
  }

  /**
   * Reads on to the end of the document.
   *
   * @throws IOException with a sentence for the user; what came before was received
   */
  public void read() throws IOException {
    Notes other = new Notes("");
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      switch (name) {
        case OwnFormat.VERSION_FIELD -> checkVersion(json.getValueAsInt(0));
        case OwnFormat.COMPARISONS -> {
          if (token != JsonToken.START_ARRAY) {
            throw new IOException("The file is no export of a history.");
          }
          while (json.nextToken() == JsonToken.START_OBJECT) {
            comparison();
          }
        }
        default -> {
          other.add("the field \"%s\" is not known to this version".formatted(name));
          json.skipChildren();
        }
      }
    }
    receiver.remark(other);
  }

  private static void checkVersion(int version) throws IOException {
    if (version < 1 || version > OwnFormat.VERSION) {
      throw new IOException(
          "The file is of version %d of the format; this program reads version %d. Take a newer Polylogue."
              .formatted(version, OwnFormat.VERSION));
    }
  }

  private void comparison() throws IOException {
    Facts.Draft draft = Facts.draft();
    Notes files = new Notes("");
    Set<String> told = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    String title = "";
    boolean isCut = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (name.equals(OwnFormat.FILES) && token == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          told.add(file(files, wrong));
        }
      } else {
        JsonNode value = Json.MAPPER.readTree(json);
        put(draft, name, value, wrong);
        if (name.equals("title") && value.isString()) {
          title = Title.bounded(value.stringValue());
          isCut = !title.equals(value.stringValue());
          draft.put(name, title);
        }
      }
    }
    Notes notes = files.called(title);
    if (isCut) {
      notes.add(Report.TITLE_CUT);
    }
    receiver.check(json.currentLocation().getByteOffset());
    if (wrong.isEmpty()) {
      Facts comparison = draft.done();
      missUntold(comparison, told, notes);
      receiver.take(comparison, notes);
    } else {
      wrong.forEach(notes::add);
      receiver.refuse(notes);
    }
  }

  /** Files that messages name, and the list of files does not. */
  private void missUntold(Facts comparison, Set<String> told, Notes notes) {
    for (Blob file : FilesOf.comparison(comparison)) {
      if (!told.contains(file.sha256())) {
        if (receiver.has(file.sha256())) {
          notes.foundFile();
        } else {
          notes.missedFile("pictures or files are not in the export");
        }
      }
    }
  }

  /** Gives its SHA-256. */
  private String file(Notes notes, List<String> wrong) throws IOException {
    String sha256 = "";
    boolean missing = false;
    Bytes bytes = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case OwnFormat.SHA256 -> sha256 = json.getValueAsString("");
        case OwnFormat.MISSING -> missing = json.getValueAsBoolean(false);
        case OwnFormat.DATA -> bytes = data();
        default -> json.skipChildren();
      }
    }
    if (bytes == null) {
      notes.missedFile(
          missing ? "files were missing already when it was exported" : "files have no content");
    } else if (receiver.keep(bytes, "", "").sha256().equals(sha256)) {
      notes.foundFile();
    } else {
      wrong.add("it was refused: a file in it is not the one that its SHA-256 names");
    }
    return sha256;
  }

  private Bytes data() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    json.readBinaryValue(new Capped(bytes));
    return Bytes.owning(bytes.toByteArray());
  }

  private static void put(Facts.Draft draft, String name, JsonNode value, List<String> wrong) {
    if (OwnFormat.LISTS.contains(name)) {
      List<Facts> list = new ArrayList<>();
      for (JsonNode one : value) {
        if (one.isObject()) {
          list.add(facts(one, wrong));
        } else {
          wrong.add("it was refused: its list \"%s\" can't be read".formatted(name));
        }
      }
      draft.put(name, list);
    } else {
      draft.put(name, value(value));
    }
  }

  private static Facts facts(JsonNode node, List<String> wrong) {
    Facts.Draft draft = Facts.draft();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      put(draft, field.getKey(), field.getValue(), wrong);
    }
    return draft.done();
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    return node.isNumber() ? Double.valueOf(node.doubleValue()) : new Facts.Json(node.toString());
  }

  /** Ends the import where a single file would fill the memory. */
  private static final class Capped extends OutputStream {
    private final ByteArrayOutputStream to;

    Capped(ByteArrayOutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (to.size() + (long) count > LARGEST_FILE) {
        throw new IOException("A file in it is larger than %d MB.".formatted(LARGEST_FILE >> 20));
      }
      to.write(bytes, from, count);
    }
  }
}
