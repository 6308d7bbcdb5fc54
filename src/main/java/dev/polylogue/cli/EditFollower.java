package dev.polylogue.cli;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.SavedPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saves what the models make of a photo as soon as each is done, and says so. */
final class EditFollower {
  private final Console console;
  private final EditPhoto photos;
  private final UUID session;
  private final Path folder;
  private boolean everythingSaved = true;

  /**
   * @param folder where the results go
   */
  EditFollower(Console console, EditPhoto photos, UUID session, Path folder) {
    this.console = console;
    this.photos = photos;
    this.session = session;
    this.folder = folder;
  }

  /** Returns whether everything that came could be saved. */
  boolean follow(Round round) throws InterruptedException {
    List<Run> live = new ArrayList<>(round.runs());
    long seen = -1;
    while (!live.isEmpty()) {
      seen = round.awaitChange(seen, 1000);
      for (Run run : List.copyOf(live)) {
        Reply result = run.result();
        if (result != null) {
          live.remove(run);
          done(round.runs().indexOf(run), result, run.snapshot().storageTrouble());
        }
      }
      console.flush();
    }
    if (!console.json()) {
      console.line("");
      console.line("Kept as " + session);
    }
    return everythingSaved;
  }

  private void done(int pane, Reply reply, @Nullable String trouble) {
    List<SavedPicture> saved = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    int count = (int) reply.parts().stream().filter(Part.Picture.class::isInstance).count();
    for (int i = 0; i < count; i++) {
      try {
        EditSession now = photos.open(session).orElseThrow();
        saved.add(photos.results().save(now, new PictureRef(reply.id(), i), folder));
      } catch (IOException | HistoryException e) {
        everythingSaved = false;
        complaints.add(e.getMessage());
      }
    }
    if (trouble != null) {
      complaints.add(trouble);
    }
    if (console.json()) {
      console.print(json(pane, reply, saved));
    } else {
      tell(reply, saved);
    }
    saved.forEach(picture -> picture.notes().forEach(complaints::add));
    complaints.forEach(words -> console.complain(reply.model() + ": " + words));
  }

  private ObjectNode json(int pane, Reply reply, List<SavedPicture> saved) {
    ObjectNode node = Jsons.event("done").put("pane", pane);
    Jsons.reply(node, reply);
    ArrayNode files = node.putArray("files");
    saved.forEach(picture -> files.add(picture.file().toString()));
    SavedPicture first = saved.isEmpty() ? null : saved.getFirst();
    node.put("width", first == null ? null : first.width());
    node.put("height", first == null ? null : first.height());
    ArrayNode warnings = node.putArray("warnings");
    reply.outcome().warnings().forEach(warning -> warnings.add(warning.message()));
    saved.forEach(picture -> picture.notes().forEach(warnings::add));
    return node.put("session", session.toString());
  }

  private void tell(Reply reply, List<SavedPicture> saved) {
    console.line("── " + reply.model() + " ──");
    for (SavedPicture picture : saved) {
      console.line(
          String.format(
              Locale.ROOT, "%s  %d × %d", picture.file(), picture.width(), picture.height()));
    }
    if (!reply.text().isBlank()) {
      console.line(Plain.text(reply.text()));
    }
    ReplyNotes.of(reply).stream()
        .filter(note -> !note.startsWith("(picture:"))
        .forEach(console::line);
    console.line("(%s)".formatted(MetricsTable.summary(reply)));
  }
}
