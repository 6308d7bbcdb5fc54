package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Archive;
import dev.polylogue.transfer.Json;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.OwnReader;
import dev.polylogue.transfer.Receiver;
import dev.polylogue.transfer.Tally;
import dev.polylogue.transfer.Unpacked;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out by its content what a file is, and reads it. */
public final class Incoming {
  private static final int HEAD = 4;

  private final Receiver receiver;
  private final Tally tally;
  private final Archive.Limits limits;

  public Incoming(Receiver receiver, Tally tally, Archive.Limits limits) {
    this.receiver = receiver;
    this.tally = tally;
    this.limits = limits;
  }

  /**
   * Reads our own JSON, the exports of ChatGPT and Claude, or an archive with one of these.
   *
   * @throws IOException with a sentence for the user when it could not be read to its end; what
   *     came before stays
   */
  public void read(Path file) throws IOException {
    byte[] head = head(file);
    if (head.length == HEAD && head[0] == 'P' && head[1] == 'K' && head[2] < 9) {
      archive(file);
    } else if (head.length == HEAD && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      throw new IOException(
          "The file is compressed with gzip. Unpack it, and import what was in it.");
    } else {
      BundledFiles beside = beside(file);
      String source = isExport(file) ? Neighbours.UNTOLD : "";
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        json(in, beside, source);
      }
    }
  }

  /**
   * Only of an export that was unpacked: of any other file, nothing that lies beside is its own.
   */
  private BundledFiles beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && isExport(file)
        ? BundledFiles.beside(Unpacked.at(folder, limits.entries()))
        : BundledFiles.NONE;
  }

  private static boolean isExport(Path file) {
    return Conversations.areIn(String.valueOf(file.getFileName()));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private void archive(Path file) throws IOException {
    try (Archive archive = Archive.open(file, limits)) {
      List<String> told = archive.names().stream().filter(Conversations::areIn).toList();
      if (told.isEmpty()) {
        throw new IOException(
            "The archive holds no conversations.json, so it is no export of ChatGPT or Claude."
                + (archive.within() > 0
                    ? " It holds another archive. Unpack it, and import that one."
                    : ""));
      }
      receiver.remark(ArchiveRemarks.of(archive));
      BundledFiles files = BundledFiles.inside(archive);
      String source = Neighbours.tell(archive.names());
      for (String name : told) {
        try (InputStream in = new BufferedInputStream(archive.open(name))) {
          json(in, files, source);
        }
      }
      receiver.remark(ArchiveRemarks.ofRest(archive, files));
    }
  }

  private void json(InputStream in, BundledFiles files, String source) throws IOException {
    try (JsonParser json = Json.MAPPER.createParser(in)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        list(json, files, source);
      } else if (first == JsonToken.START_OBJECT) {
        object(json, files);
      } else {
        throw unknown();
      }
      remarkRest(json);
    } catch (StreamConstraintsException e) {
      throw new IOException(
          "The JSON can't be read from line %d on: it goes beyond what an export holds (%s)."
              .formatted(line(e), Json.LIMITS),
          e);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(
          "The JSON can't be read from line %d on: %s.".formatted(line(e), e.getOriginalMessage()),
          e);
    }
  }

  /**
   * @param source what an empty list is, or {@code ""} where nothing tells
   */
  private void list(JsonParser json, BundledFiles files, String source) throws IOException {
    boolean isEmpty = true;
    Conversations foreign = new Conversations(receiver, files);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      isEmpty = false;
      conversation(foreign, Json.MAPPER.readTree(json));
      receiver.check(json.currentLocation().getByteOffset());
    }
    if (isEmpty && source.isEmpty()) {
      throw new IOException(
          "The file holds an empty list: nothing tells what it is, and there is nothing to take in.");
    } else if (isEmpty) {
      tally.presume(source);
    }
  }

  private void remarkRest(JsonParser json) throws IOException {
    boolean isMore;
    try {
      isMore = json.nextToken() != null;
    } catch (StreamReadException e) {
      isMore = true;
    }
    if (isMore) {
      Notes notes = new Notes("");
      notes.add("behind the end of the JSON there is something else, which was not read");
      receiver.remark(notes);
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  /** Our own, or a single conversation of others. */
  private void object(JsonParser json, BundledFiles files) throws IOException {
    if (json.nextToken() == JsonToken.PROPERTY_NAME && OwnReader.isBegun(json)) {
      tally.source("Polylogue export", true);
      new OwnReader(json, receiver).read();
      return;
    }
    ObjectNode whole = Json.MAPPER.createObjectNode();
    while (json.currentToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      whole.set(name, Json.MAPPER.readTree(json));
      json.nextToken();
    }
    if (!Conversations.isOne(whole)) {
      throw unknown();
    }
    conversation(new Conversations(receiver, files), whole);
  }

  private void conversation(Conversations foreign, JsonNode node) throws IOException {
    String source = foreign.read(node);
    if (!source.isEmpty()) {
      tally.source(source, false);
    }
  }

  private static IOException unknown() {
    return new IOException(
        "The file is none of those that can be imported: a Polylogue export, a ChatGPT export, or a"
            + " Claude export.");
  }
}
