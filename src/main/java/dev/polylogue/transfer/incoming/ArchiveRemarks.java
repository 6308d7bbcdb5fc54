package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Title;
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
  /** What is kept beside conversations. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:.*/)?(projects|memories|design_chats|group_chats|shared_conversations"
              + "|model_comparisons)(?:/.*|[^/]*)\\.json");

  /** What says nothing that conversations do not, and what is left behind by other programs. */
  private static final Pattern REDUNDANT =
      Pattern.compile(
          "(?:.*/)?(?:users?\\.json|chat\\.html|readme[^/]*"
              + "|export_manifest\\.json|conversation_asset_file_names\\.json|library_files\\.json"
              + "|\\.[^/]*)|__MACOSX/.*",
          Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 16;

  /** So many are told one by one. */
  private static final int NAMED = 10;

  private static final int LONGEST = 100;

  private ArchiveRemarks() {}

  static Notes of(Archive archive) throws IOException {
    Notes notes = new Notes("");
    notes.add(
        "an entry of the archive was passed over: its name leads outside of it", archive.refused());
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
                .formatted(elsewhere.group(1).replace('_', ' ')));
      }
    }
    return notes;
  }

  /**
   * To be asked when all conversations were read.
   *
   * @param files those that were named in them
   */
  static Notes ofRest(Archive archive, BundledFiles files) throws IOException {
    Notes notes = new Notes("");
    int named = 0;
    for (String name : archive.names()) {
      if (files.isOpened(name)
          || Conversations.areIn(name)
          || REDUNDANT.matcher(name).matches()
          || ELSEWHERE.matcher(name).matches()) {
        continue;
      }
      if (!name.endsWith(".json")) {
        notes.add("files in the archive were left out, since no message shows them");
      } else if (!isEmpty(archive, name)) {
        notes.add(
            "%s in the archive was left out: there is no place for it here"
                .formatted(named++ < NAMED ? Title.bounded(name, LONGEST) : "other JSON"));
      }
    }
    notes.add("archives within the archive were not opened", archive.within());
    return notes;
  }

  private static boolean isEmpty(Archive archive, String name) throws IOException {
    try (InputStream in = archive.open(name)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return List.of("", "[]", "{}").contains(Words.squeezed(head));
    } catch (EntryException e) {
      return false;
    }
  }
}
