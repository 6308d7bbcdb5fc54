package dev.polylogue.cli;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.ExifPart;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.SavedPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saves what the models make of a photo as soon as each is done, and says so. */
final class EditFollower {
  private final Console console;
  private final EditPhoto photos;
  private final UUID session;
  private final Order order;
  private final List<String> known;
  private boolean whole = true;

  /**
   * What is to come, and where it goes.
   *
   * @param exif what each result is given of the EXIF of the photo
   * @param pictures how many were asked of each model
   */
  record Order(Path folder, Set<ExifPart> exif, int pictures) {}

  /**
   * @param known what there is to know of every result, which whoever reads is told already
   */
  EditFollower(Console console, EditPhoto photos, UUID session, Order order, List<String> known) {
    this.console = console;
    this.photos = photos;
    this.session = session;
    this.order = order;
    this.known = known;
  }

  /**
   * Returns whether every reply is complete with all its pictures, since words alone are no edit,
   * and everything that came could be kept and saved as it was asked for.
   */
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
    return whole;
  }

  private void done(int pane, Reply reply, @Nullable String trouble) {
    List<SavedPicture> saved = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int count = (int) reply.parts().stream().filter(Part.Picture.class::isInstance).count();
    for (int i = 0; i < count; i++) {
      try {
        EditSession now = photos.open(session).orElseThrow();
        PictureRef picture = new PictureRef(reply.id(), i);
        SavedPicture file = photos.results().save(now, picture, order.folder, order.exif);
        saved.add(file);
        notes.addAll(file.notes());
        whole &= file.whole();
      } catch (IOException | HistoryException e) {
        whole = false;
        notes.add(e.getMessage());
      }
    }
    whole &= reply.state() == ReplyState.COMPLETE && count > 0;
    if (count > 0 && count < order.pictures) {
      whole = false;
      notes.add("Only %d of %d pictures came.".formatted(count, order.pictures));
    }
    if (trouble != null) {
      whole = false;
      notes.add(trouble);
    }
    if (console.json()) {
      console.print(json(pane, reply, saved, notes));
    } else {
      tell(reply, saved);
    }
    notes.forEach(words -> console.complain(reply.model() + ": " + words));
  }

  private ObjectNode json(int pane, Reply reply, List<SavedPicture> saved, List<String> notes) {
    ObjectNode node = Jsons.event("done").put("pane", pane);
    Jsons.reply(node, reply);
    ArrayNode files = node.putArray("files");
    saved.forEach(picture -> files.add(picture.file().toString()));
    SavedPicture first = saved.isEmpty() ? null : saved.getFirst();
    node.put("width", first == null ? null : first.width());
    node.put("height", first == null ? null : first.height());
    ArrayNode warnings = node.putArray("warnings");
    known.forEach(warnings::add);
    reply.outcome().warnings().forEach(warning -> warnings.add(warning.message()));
    notes.forEach(warnings::add);
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
