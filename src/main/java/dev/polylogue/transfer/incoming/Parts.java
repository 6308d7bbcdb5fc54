package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.MissingFile;
import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.EntryException;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of one message while they are put together, in the shape of our own. */
final class Parts {
  private static final String VOICE = "import";
  private static final int LONGEST_KIND = 60;

  private final List<Facts> all = new ArrayList<>();
  private final Receiver receiver;
  private final Notes notes;

  Parts(Receiver receiver, Notes notes) {
    this.receiver = receiver;
    this.notes = notes;
  }

  List<Facts> all() {
    return all;
  }

  /** All that is to be read in them. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (Facts part : all) {
      if (!part.text("kind").filter("opaque"::equals).isPresent()) {
        words.append(part.text("text").orElse(""));
      }
    }
    return words.toString();
  }

  void note(String what) {
    notes.add(what);
  }

  void text(String text) {
    if (!text.isBlank()) {
      add("text", text);
    }
  }

  /** Output of a program, so that it is read as such. */
  void fenced(String language, String text) {
    if (!text.isBlank()) {
      String fence = "```";
      while (text.contains(fence)) {
        fence += "`";
      }
      add("text", fence + language + "\n" + text.stripTrailing() + "\n" + fence);
    }
  }

  void reasoning(String text, @Nullable Long millis) {
    if (!text.isBlank()) {
      all.add(part("reasoning", text).put("millis", millis).done());
    }
  }

  void call(String id, String name, String arguments) {
    all.add(part("tool_call", arguments).put("callId", id).put("name", name).done());
  }

  /** A source is named once. */
  void citation(String url, String title) {
    boolean known = all.stream().anyMatch(part -> part.text("url").filter(url::equals).isPresent());
    if (!url.isBlank() && !known) {
      all.add(
          part("citation", "").put("url", url).put("title", title.isBlank() ? null : title).done());
    }
  }

  /** Kept as it is and never shown: there is no place for it. */
  void opaque(JsonNode raw) {
    all.add(part("opaque", raw.toString()).put("voice", VOICE).done());
  }

  /**
   * What is not understood: its words are shown, and all of it is kept.
   *
   * @param spoken where its words are
   * @param raw all of it
   */
  void unknown(String kind, JsonNode spoken, JsonNode raw) {
    Words words = Words.of(spoken);
    text(words.text());
    opaque(raw);
    String shown = words.cut() ? "with the beginning of their text shown" : "with their text shown";
    notes.add(
        "messages of %s are not understood; they are kept, %s"
            .formatted(
                kind.isBlank()
                    ? "a kind without a name"
                    : "the kind \"%s\"".formatted(Title.bounded(kind, LONGEST_KIND)),
                words.text().isEmpty() ? "and hold no text that can be shown" : shown));
  }

  /**
   * A file of which only its text is in the export: to be read and found as a part of the message.
   */
  void extracted(String name, String content) {
    notes.foundFile();
    text(name.isBlank() ? "" : "**" + name.strip() + "**");
    fenced("", content);
  }

  /** Fetches a file. */
  @FunctionalInterface
  interface Source {
    /**
     * @return nothing where there is none
     * @throws EntryException when this file can't be read
     */
    Optional<Bytes> bytes() throws IOException;
  }

  /** A picture or file, by what its bytes say it is; or a note where there are none. */
  void file(Source source, String name) throws IOException {
    Optional<Bytes> bytes;
    try {
      bytes = source.bytes();
    } catch (EntryException e) {
      missing(e.reason(), name);
      return;
    }
    String media = bytes.map(Media::of).orElse("");
    if (media.isEmpty()) {
      missing(
          bytes.isEmpty()
              ? "pictures or files are not in the export"
              : "files are of a kind that can't be shown",
          name);
      return;
    }
    notes.foundFile();
    Blob blob = receiver.keep(bytes.orElseThrow(), media, name);
    all.add(
        part(blob.isPicture() ? "picture" : "document", "")
            .put("blob", blob.sha256())
            .put("media", media)
            .put("size", Long.valueOf(blob.size()))
            .put("name", name)
            .done());
  }

  private void missing(String why, String name) {
    notes.missedFile(why);
    add("text", MissingFile.words(name));
  }

  private void add(String kind, String text) {
    all.add(part(kind, text).done());
  }

  private static Facts.Draft part(String kind, String text) {
    return Facts.draft().put("kind", kind).put("text", text);
  }
}
