package dev.polylogue.transfer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Facts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a comparison names. */
final class FilesOf {
  private final Map<String, Blob> found = new LinkedHashMap<>();

  private FilesOf() {}

  /** Each once, in the order in which they are named first. */
  static Collection<Blob> comparison(Facts facts) {
    FilesOf files = new FilesOf();
    files.look(facts);
    return files.found.values();
  }

  private void look(Facts facts) {
    note(facts, "blob", "size");
    note(facts, "mask", "maskSize");
    facts.lists().values().forEach(list -> list.forEach(this::look));
  }

  private void note(Facts facts, String hash, String size) {
    facts
        .text(hash)
        .ifPresent(
            sha256 -> {
              long bytes = facts.values().get(size) instanceof Long known ? known : 0;
              String media = facts.text("media").orElse("");
              found.putIfAbsent(
                  sha256, new Blob(sha256, media, bytes, facts.text("name").orElse("")));
            });
  }
}
