package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.media.FileNames;
import dev.polylogue.photo.Size;
import dev.polylogue.session.MaskTaken;
import dev.polylogue.ui.kit.HostQuestion;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.Caution;
import dev.polylogue.ui.photo.ComposeViewModel;
import dev.polylogue.ui.photo.EditorsViewModel;
import dev.polylogue.ui.photo.MaskViewModel;
import dev.polylogue.ui.photo.PhotoTools;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.photo.PhotosViewModel;
import dev.polylogue.ui.photo.Studio;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The view models of the Images workspace. FX thread. */
public final class PhotoDesk {
  /** How many models the first start asks. */
  private static final int FIRST_MODELS = 3;

  private final PhotoTools tools;
  private final String sandbox;
  private final EditorsViewModel editors;
  private final PhotoViewModel photo;
  private final PhotosViewModel photos;
  private final Studio studio;
  private final Consumer<ChatPicture> chat;
  private final BooleanProperty panels = new SimpleBooleanProperty(true);
  private boolean looked;
  private boolean called;

  /** A picture on its way into the chat, read where it is wanted. */
  record ChatPicture(Callable<Bytes> bytes, String name) {}

  /**
   * @param chat puts a picture beside the prompt being written
   */
  PhotoDesk(
      Services services,
      PhotoTools.Works works,
      Texts texts,
      Clock clock,
      Consumer<ChatPicture> chat,
      Consumer<Exception> trouble) {
    this.chat = chat;
    PhotoWork lab = new PhotoWork(services.photos());
    tools = new PhotoTools(services.photos(), lab, works, texts, clock, trouble);
    sandbox = services.providers().all().getFirst().id();
    editors = new EditorsViewModel(services.providers(), works.each());
    ComposeViewModel compose =
        new ComposeViewModel(
            new ComposeViewModel.Prices(
                services.providers()::card,
                (card, options) -> card.expected(options, null, 1),
                sandbox),
            texts);
    HostQuestion hosts =
        new HostQuestion(services.providers().pictureHosts(), works.inOrder(), texts, trouble);
    photo =
        new PhotoViewModel(
            tools, compose, new MaskViewModel(), new Caution(hosts, System::nanoTime));
    photos = new PhotosViewModel(tools, photo);
    studio = Studio.of(tools, photos, photo, editors, services.comparisons()::exchanges);
    photo.sessionProperty().subscribe((before, now) -> photos.refresh(found -> {}));
  }

  public PhotoTools tools() {
    return tools;
  }

  /** The photo on screen. */
  public PhotoViewModel photo() {
    return photo;
  }

  /** What stands around the tiles. */
  public Studio studio() {
    return studio;
  }

  /** Puts a result beside the prompt that is being written in the chat. */
  void sendToChat(PictureRef result) {
    EditSession session = photo.sessionProperty().get();
    if (session == null) {
      return;
    }
    String of = FileNames.stem(session.photo().name());
    studio
        .out()
        .used(
            result,
            picture ->
                chat.accept(
                    new ChatPicture(
                        () -> tools.photos().read(picture),
                        of
                            + "-"
                            + session.result(result).map(r -> r.reply().model().model()).orElse("")
                            + ".png")));
  }

  /** All photos. */
  public PhotosViewModel photos() {
    return photos;
  }

  /** The models that edit pictures. */
  public EditorsViewModel editors() {
    return editors;
  }

  /** Whether tree, recipe and what leaves stand beside the tiles. */
  public BooleanProperty panelsProperty() {
    return panels;
  }

  /** The workspace comes on screen: the first time with the last photo, or with the sample. */
  void look() {
    if (looked) {
      photos.refresh(found -> {});
      return;
    }
    looked = true;
    editors.ask(sandbox, models -> choose(models.stream().map(card -> card.ref()).toList()));
    photos.refresh(
        found -> {
          if (found.isEmpty() && !called) {
            trySample();
          } else if (photo.sessionProperty().get() == null && !called) {
            photo.open(found.getFirst().id());
          }
        });
  }

  /** Shows what another program has written; before the first look there is nothing to show. */
  void lookAgain() {
    if (looked || called) {
      photos.refresh(found -> {});
      photo.reread();
    }
  }

  /** Opens a session that was named elsewhere, at one of its steps where that was named too. */
  void show(UUID session, @Nullable UUID turn) {
    called = true;
    photo.open(session, turn);
  }

  /** Begins with a picture that stands elsewhere in the program. */
  void edit(Callable<Bytes> picture, String name) {
    called = true;
    photos.paste(picture, name);
  }

  /** Opens the picture that comes with the program, with something to try on it. */
  void trySample() {
    photos.trySample(this::ready);
  }

  private void ready(EditSession begun) {
    String words = tools.texts().get("photo.sample.instruction");
    tools
        .works()
        .inOrder()
        .act(
            () -> tools.photos().saveDraft(begun.id(), words),
            () -> photo.open(begun.id()),
            tools.trouble());
  }

  private void choose(List<ModelRef> offered) {
    if (photo.compose().models().isEmpty()) {
      photo.compose().models().setAll(offered.stream().limit(FIRST_MODELS).toList());
    }
  }

  /** Takes a mask from a file. */
  void openMask(Path file) {
    replaceMask(size -> () -> tools.lab().mask(file, size), this::takeMask);
  }

  /** What was made of it is said, and it can be drawn by hand instead (I28, I29). */
  private void takeMask(MaskTaken taken) {
    MaskViewModel mask = photo.mask();
    mask.replace(taken.levels());
    if (!taken.notes().isEmpty()) {
      String words = String.join(" ", taken.notes());
      studio.news().tell(words, tools.texts().get("photo.mask.redraw"), mask::clear);
    }
  }

  /** Takes the mask of the step on view, in place of what was drawn since. */
  void takeStepMask() {
    EditSession now = photo.sessionProperty().get();
    UUID step = photo.stepProperty().get();
    Blob kept = now == null || step == null ? null : now.step(step).mask();
    if (kept != null) {
      photo.mask().featherProperty().set(now.step(step).outside().feather());
      replaceMask(size -> () -> tools.lab().mask(kept, size), photo.mask()::replace);
    }
  }

  /** Where a mask comes from, for a photo of that size. */
  private interface MaskSource<T> {
    Callable<T> of(Size photo);
  }

  private <T> void replaceMask(MaskSource<T> source, Consumer<T> taking) {
    Size size = photo.mask().sizeOrNull();
    if (size != null) {
      tools.works().each().run(source.of(size), taking, this::refuseMask);
    }
  }

  private void refuseMask(Exception failure) {
    tools
        .trouble()
        .accept(
            new IllegalArgumentException(tools.lab().sentence(failure, tools.texts()), failure));
  }

  /** Once a frame while anything is live. */
  void frame() {
    photo.frame();
  }

  /** Tries again what could not be kept; whether nothing is left of it. */
  boolean keepTrying() {
    return photo.keepTrying(false);
  }

  /** Keeps what is unsaved. */
  void close() {
    photo.saveDraft();
    photo.keepTrying(true);
  }
}
