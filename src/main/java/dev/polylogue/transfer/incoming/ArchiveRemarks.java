package dev.polylogue.transfer.incoming;

import dev.polylogue.transfer.Archive;
import dev.polylogue.transfer.EntryException;
import dev.polylogue.transfer.Notes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is to be said of an archive itself, whatever its conversations hold. */
final class ArchiveRemarks {
  /** What Claude keeps beside conversations. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:.*/)?(projects|memories)(?:/.*|[^/]*)\\.json");

  private static final int HEAD = 16;

  private ArchiveRemarks() {}

  static Notes of(Archive archive) throws IOException {
    Notes notes = new Notes("");
    for (int i = 0; i < archive.refused(); i++) {
      notes.add("an entry of the archive was passed over: its name leads outside of it");
    }
    for (String name : archive.repeated()) {
      notes.add(
          "the archive has the entry \"%s\" more than once; only one of them was read"
              .formatted(name));
    }
    for (String name : archive.names()) {
      Matcher elsewhere = ELSEWHERE.matcher(name);
      if (elsewhere.matches() && !isEmpty(archive, name)) {
        notes.add(
            "the %s in the archive were left out: there is no place for them here"
                .formatted(elsewhere.group(1)));
      }
    }
    return notes;
  }

  private static boolean isEmpty(Archive archive, String name) throws IOException {
    try (InputStream in = archive.open(name)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).replaceAll("\\s", "");
      return List.of("", "[]", "{}").contains(head);
    } catch (EntryException e) {
      return false;
    }
  }
}
