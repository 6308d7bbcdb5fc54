package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.EditStore.MaskDraft;
import dev.polylogue.history.EditStore.Wishes;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.photo.Intake;
import dev.polylogue.photo.Photo;
import dev.polylogue.photo.Size;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.run.Job;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Edits photos on several models at once. What was picked and what was asked is in the history
 * before the first request leaves. Rounds belong to the program, not to a view. Any thread; every
 * call may block.
 */
public final class EditPhoto implements AutoCloseable {
  private final HistoryStore history;
  private final Providers providers;
  private final Rounds rounds;
  private final Identities identities;
  private final InstantSource clock;
  private final PhotoFiles files;
  private final PhotoResults results;
  private final PhotoOut out;
  private final PhotoFacts facts;
  private final Intake intake;

  /**
   * @param outgoing a folder for what is on its way to a provider
   */
  public EditPhoto(
      HistoryStore history,
      Providers providers,
      Runner runner,
      Identities identities,
      InstantSource clock,
      Path outgoing) {
    this.history = history;
    this.providers = providers;
    this.rounds = new Rounds(runner);
    this.identities = identities;
    this.clock = clock;
    PictureReader reader = new PictureReader(System::nanoTime);
    this.files = new PhotoFiles(history.blobs(), reader, outgoing);
    this.results = new PhotoResults(history, files, reader);
    this.out = new PhotoOut(results, files, reader, outgoing);
    this.facts = new PhotoFacts(history.blobs(), files, providers);
    this.intake = new Intake(reader);
  }

  /** Last used first; those in the trash are left out. */
  public List<EditEntry> list(int limit, int offset) throws HistoryException {
    return history.edits().list(limit, offset);
  }

  public Optional<EditSession> open(UUID session) throws HistoryException {
    return history.edits().load(session);
  }

  /**
   * Reads a photo, and keeps nothing of it. One that is damaged says so in its condition.
   *
   * @throws MediaException when it is none
   */
  public Photo look(Path file) throws MediaException {
    return intake.take(file, () -> false);
  }

  /** The same of bytes, such as those of the clipboard. */
  public Photo look(Bytes bytes, String name) throws MediaException {
    return intake.take(bytes, name, () -> false);
  }

  /** Pictures and masks, decoded. */
  public PhotoFiles files() {
    return files;
  }

  /**
   * Begins with a photo, which is kept as it is.
   *
   * @param name as the user knows it; the session is called and found by it until the first edit
   */
  public EditSession begin(Bytes photo, String mediaType, String name) throws HistoryException {
    Blob kept = history.blobs().keep(photo, mediaType, name);
    Comparison session =
        new Comparison(identities.next(), name, clock.instant(), List.of(), List.of(), "");
    history.edits().create(session, kept);
    return new EditSession(session, kept, Map.of(), Set.of(), Set.of());
  }

  /**
   * Asks every model of the plan to do it.
   *
   * @throws IllegalArgumentException when there is no such session or source
   */
  public Round edit(UUID session, EditPlan plan) throws HistoryException {
    EditSession before = load(session);
    Blob source = source(before, plan.source());
    Bytes drawn = plan.where().mask();
    Blob mask = drawn == null ? null : history.blobs().keep(drawn, "image/png", "");
    EditStep step = new EditStep(plan.source(), mask, plan.options(), plan.where().outside());
    Turn turn = turn(plan, source);
    List<Pane> added = new ArrayList<>();
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    for (ModelRef model : plan.models()) {
      Pane pane = pane(before, model, added);
      queued.put(pane.id(), Reply.queued(identities.next(), model));
    }
    history.edits().begin(session, added, turn, step, queued);
    return start(session, turn, step, queued);
  }

  /**
   * Asks for a step once more, of models that were asked before or of others. Adds replies; earlier
   * ones stay.
   */
  public Round again(UUID session, UUID turn, List<ModelRef> models) throws HistoryException {
    EditSession before = load(session);
    Turn asked =
        before
            .comparison()
            .turn(turn)
            .orElseThrow(() -> new IllegalArgumentException("There is no step " + turn + "."));
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    for (ModelRef model : models) {
      List<Pane> added = new ArrayList<>();
      Pane pane = pane(before, model, added);
      for (Pane fresh : added) {
        history.addPane(session, fresh);
      }
      Reply reply = Reply.queued(identities.next(), model);
      history.beginAlternative(pane.id(), turn, reply);
      queued.put(pane.id(), reply);
    }
    return start(session, asked, before.step(turn), queued);
  }

  public void star(PictureRef picture, boolean starred) throws HistoryException {
    history.edits().star(picture, starred);
  }

  /** Takes a result out of sight, or brings it back. */
  public void trash(PictureRef picture, boolean trashed) throws HistoryException {
    history.edits().trash(picture, trashed);
  }

  public void rename(UUID session, String title) throws HistoryException {
    history.rename(session, title);
  }

  /** Moves a session to the trash; what is being made in it is stopped. */
  public void delete(UUID session) throws HistoryException {
    history.order().trash(List.of(session));
    rounds.live(session).forEach(Round::stopAll);
  }

  /** Brings a session back from the trash. */
  public void restore(UUID session) throws HistoryException {
    history.order().restore(List.of(session));
  }

  public void saveDraft(UUID session, String instruction) throws HistoryException {
    history.saveDraft(session, instruction);
  }

  /**
   * Keeps a mask with the draft of a session, until it is sent.
   *
   * @param mask null when there is none any more
   */
  public void saveMask(UUID session, Blob source, @Nullable MaskDraft mask)
      throws HistoryException {
    history.edits().saveMask(session, source, mask);
  }

  /** The mask that was drawn on a source and not yet sent. */
  public Optional<MaskDraft> savedMask(UUID session, Blob source) throws HistoryException {
    return history.edits().savedMask(session, source);
  }

  /** Keeps with the draft of a session how its next edit is wanted. */
  public void saveWishes(UUID session, Wishes wanted) throws HistoryException {
    history.edits().saveWishes(session, wanted);
  }

  /** How the next edit of a session was wanted. */
  public Optional<Wishes> savedWishes(UUID session) throws HistoryException {
    return history.edits().savedWishes(session);
  }

  /** Results as they are shown and saved. */
  public PhotoResults results() {
    return results;
  }

  /** Results as files. */
  public PhotoOut out() {
    return out;
  }

  /** What is known of pictures, and what of them would be sent. */
  public PhotoFacts facts() {
    return facts;
  }

  /** All of a picture that lies in the history. */
  public Bytes read(Blob picture) throws HistoryException {
    return results.read(picture);
  }

  /** The rounds of a session that are still live. */
  public List<Round> live(UUID session) {
    return rounds.live(session);
  }

  /** Ends every live round as interrupted, and waits until all of it is stored. */
  @Override
  public void close() {
    rounds.close();
  }

  private EditSession load(UUID session) throws HistoryException {
    return open(session)
        .orElseThrow(() -> new IllegalArgumentException("There is no photo " + session + "."));
  }

  private Blob source(EditSession session, @Nullable PictureRef wanted) throws HistoryException {
    return wanted == null ? session.photo() : results.kept(session, wanted);
  }

  private Turn turn(EditPlan plan, Blob source) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Picture(source));
    plan.references().forEach(picture -> parts.add(new Part.Picture(picture)));
    parts.add(new Part.Text(plan.instruction()));
    return new Turn(identities.next(), new Message(Message.Role.USER, parts), clock.instant());
  }

  /** The pane of a model, made where it has none yet. */
  private Pane pane(EditSession session, ModelRef model, List<Pane> added) {
    return session.comparison().panes().stream()
        .filter(pane -> pane.model().equals(model))
        .findFirst()
        .orElseGet(
            () -> {
              Pane made = Pane.empty(identities.next(), model, Parameters.NONE);
              added.add(made);
              return made;
            });
  }

  private Round start(UUID session, Turn turn, EditStep step, Map<UUID, Reply> queued) {
    List<Job> jobs = new ArrayList<>();
    queued.forEach(
        (pane, reply) -> {
          ModelCard card = providers.card(reply.model());
          jobs.add(new Job(pane, reply, card, () -> open(card, turn, step)));
        });
    return rounds.start(session, turn.id(), jobs, new HistoryJournal(history));
  }

  /** On the thread of the run: pictures are read, turned and scaled here. */
  private ChatStream open(ModelCard card, Turn turn, EditStep step) throws ProviderException {
    PhotoFiles.Ready ready = files.ready(card, turn.user().attachments(), step);
    PictureRequest request =
        new PictureRequest(card, turn.user().text(), ready.sources(), ready.mask(), step.options());
    try {
      ChatStream answer = WarnedStream.of(ready.warnings(), providers.edit(request));
      Size source = ready.files().getFirst().original().size();
      return new UploadStream(new ResultStream(answer, intake, step.options(), source), ready);
    } catch (ProviderException e) {
      ready.close();
      throw e;
    }
  }
}
