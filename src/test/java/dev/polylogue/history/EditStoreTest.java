package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditStoreTest {
  private static final ModelRef DARKROOM = ModelRef.parse("sandbox/darkroom");

  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private Comparison session;
  private Blob photo;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
    photo = store.blobs().keep(Bytes.of("a photo"), "image/jpeg", "harbour.jpg");
    session = samples.comparison();
    store.edits().create(session, photo);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() throws HistoryException {
    store.close();
    store = HistoryStore.open(folder);
  }

  private EditSession read() throws HistoryException {
    return store.edits().load(session.id()).orElseThrow();
  }

  private Turn step(String instruction, EditStep step, Pane pane, Reply queued)
      throws HistoryException {
    Turn turn =
        new Turn(
            samples.id(),
            new Message(
                Message.Role.USER, List.of(new Part.Picture(photo), new Part.Text(instruction))),
            Samples.NOON);
    store.edits().begin(session.id(), List.of(pane), turn, step, Map.of(pane.id(), queued));
    return turn;
  }

  private Pane pane(ModelRef model) {
    return Pane.empty(samples.id(), model, Parameters.NONE);
  }

  private Reply finished(Reply queued, Blob... pictures) throws HistoryException {
    Reply reply =
        new Reply(
            queued.id(),
            queued.model(),
            ReplyState.COMPLETE,
            List.of(pictures).stream().<Part>map(Part.Picture::new).toList(),
            Outcome.NONE,
            Timing.NONE);
    store.finish(reply, List.of());
    return reply;
  }

  @Test
  void aPhotoIsThereBeforeAnythingWasAskedOfIt() throws HistoryException {
    reopen();

    assertThat(read().photo()).isEqualTo(photo);
    assertThat(read().turns()).isEmpty();
    assertThat(store.edits().list(10, 0)).extracting(EditEntry::photo).containsExactly(photo);
  }

  @Test
  void aStepKeepsItsSourceItsMaskAndWhatWasWanted() throws HistoryException {
    Pane first = pane(DARKROOM);
    Reply queued = samples.queued(first);
    EditStep whole = EditStep.USUAL;
    Turn dusk = step("make it dusk", whole, first, queued);
    Blob result = store.blobs().keep(Bytes.of("a result"), "image/png", "");
    finished(queued, result);
    PictureRef made = new PictureRef(queued.id(), 0);
    Blob mask = store.blobs().keep(Bytes.of("a mask"), "image/png", "");
    EditStep masked =
        new EditStep(
            made,
            mask,
            new PictureOptions("1024x1536", "high", 2, "png", "opaque"),
            new EditStep.Outside(true, 8));
    Pane second = pane(ModelRef.parse("xai/grok-imagine-image-2.0"));
    Turn snow = step("add snow", masked, second, samples.queued(second));
    reopen();

    EditSession read = read();
    assertThat(read.turns()).extracting(Turn::id).containsExactly(dusk.id(), snow.id());
    assertThat(read.step(dusk.id())).isEqualTo(whole);
    assertThat(read.step(snow.id())).isEqualTo(masked);
    assertThat(read.picture(made)).contains(result);
    assertThat(read.source(snow)).isEqualTo(photo);
    assertThat(read.comparison().title()).isEqualTo("make it dusk");
  }

  @Test
  void aStepThatWasUnderWayWhenTheProgramDiedIsThereAndInterrupted_D01() throws HistoryException {
    Pane pane = pane(DARKROOM);
    Reply queued = samples.queued(pane);
    Turn turn = step("make it dusk", EditStep.USUAL, pane, queued);
    reopen();

    assertThat(read().results(turn))
        .extracting(result -> result.reply().state())
        .containsExactly(ReplyState.INTERRUPTED);
  }

  @Test
  void theSameStepTwiceCountsOnce_D27() throws HistoryException {
    Pane pane = pane(DARKROOM);
    Reply queued = samples.queued(pane);
    Turn turn = step("make it dusk", EditStep.USUAL, pane, queued);

    store
        .edits()
        .begin(session.id(), List.of(pane), turn, EditStep.USUAL, Map.of(pane.id(), queued));

    assertThat(read().results(turn)).hasSize(1);
  }

  @Test
  void resultsAreStarredAndTakenOutOfSightAndBroughtBack_T29() throws HistoryException {
    Pane pane = pane(DARKROOM);
    Reply queued = samples.queued(pane);
    step("make it dusk", EditStep.USUAL, pane, queued);
    finished(queued, photo, photo);
    PictureRef good = new PictureRef(queued.id(), 0);
    PictureRef bad = new PictureRef(queued.id(), 1);
    store.edits().star(good, true);
    store.edits().star(good, true);
    store.edits().trash(bad, true);

    assertThat(read().starred()).containsExactly(good);
    assertThat(read().trashed()).containsExactly(bad);
    assertThat(store.edits().list(1, 0).getFirst().tally().starred()).isEqualTo(1);

    store.edits().star(good, false);
    store.edits().trash(bad, false);
    assertThat(read().starred()).isEmpty();
    assertThat(read().trashed()).isEmpty();
  }

  @Test
  void theListSaysWhoWasAskedAndHowOften() throws HistoryException {
    Pane pane = pane(DARKROOM);
    step("make it dusk", EditStep.USUAL, pane, samples.queued(pane));
    Pane other = pane(Samples.GROK);
    step("add snow", EditStep.USUAL, other, samples.queued(other));

    EditEntry entry = store.edits().list(10, 0).getFirst();
    assertThat(entry.models()).containsExactly(DARKROOM, Samples.GROK);
    assertThat(entry.tally().steps()).isEqualTo(2);
    assertThat(entry.title()).isEqualTo("make it dusk");
  }

  @Test
  void aComparisonIsNoEditSession() throws HistoryException {
    UUID plain = samples.asked(store).comparison().id();

    assertThat(store.edits().load(plain)).isEmpty();
    assertThat(store.edits().list(10, 0)).hasSize(1);
  }
}
