package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.ExifPart;
import dev.polylogue.photo.Saving;
import dev.polylogue.session.PhotoOut;
import dev.polylogue.session.SavedPicture;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Takes results out: to files, to a sheet, to whoever asks for one. FX thread. */
public final class OutViewModel {
  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final NewsViewModel news;
  private final BooleanProperty recipes = new SimpleBooleanProperty();
  private final BooleanProperty jpeg = new SimpleBooleanProperty();
  private final Map<ExifPart, BooleanProperty> exif = new EnumMap<>(ExifPart.class);

  public OutViewModel(PhotoTools tools, PhotoViewModel photo, NewsViewModel news) {
    this.tools = tools;
    this.photo = photo;
    this.news = news;
    for (ExifPart part : ExifPart.values()) {
      exif.put(part, new SimpleBooleanProperty());
    }
  }

  // Properties

  /** Whether the recipe goes beside each picture that is saved. */
  public BooleanProperty recipesProperty() {
    return recipes;
  }

  /** Whether pictures are saved as JPEG, which loses what shines through, and not as PNG. */
  public BooleanProperty jpegProperty() {
    return jpeg;
  }

  /** Whether a part of the EXIF of the photo goes into each picture that is saved. */
  public BooleanProperty exifProperty(ExifPart part) {
    return Objects.requireNonNull(exif.get(part));
  }

  private Set<ExifPart> chosenExif() {
    return exif.keySet().stream()
        .filter(part -> exifProperty(part).get())
        .collect(Collectors.toSet());
  }

  /** The results on view that are there. */
  public List<PictureRef> all() {
    return photo.tiles().stream()
        .filter(tile -> tile.ref() != null && tile.state() == TileViewModel.State.DONE)
        .map(tile -> Objects.requireNonNull(tile.ref()))
        .toList();
  }

  /** The result of the current tile, or the only one there is; null when it has to be chosen. */
  public @Nullable PictureRef chosen() {
    TileViewModel now = photo.currentProperty().get();
    PictureRef ref = now == null || now.picture() == null ? null : now.ref();
    List<PictureRef> all = all();
    return ref == null && all.size() == 1 ? all.getFirst() : ref;
  }

  // Commands

  /** Saves results into a folder, and says where they are. */
  public void save(List<PictureRef> pictures, Path folder) {
    EditSession session = photo.sessionProperty().get();
    boolean beside = recipes.get();
    PhotoOut.Manner manner =
        new PhotoOut.Manner(
            jpeg.get() ? Saving.Format.JPEG : Saving.Format.PNG, beside, chosenExif());
    if (session != null && !pictures.isEmpty()) {
      tools
          .works()
          .each()
          .run(
              () -> tools.photos().out().save(fresh(session), pictures, folder, manner),
              saved -> news.tell(said(saved, folder, beside)),
              tools.trouble());
    }
  }

  /** A result may be on view before the session was read again. Blocks. */
  private EditSession fresh(EditSession session) throws HistoryException {
    return tools.photos().open(session.id()).orElse(session);
  }

  private String said(PhotoOut.Saved all, Path folder, boolean beside) {
    List<SavedPicture> saved = all.pictures();
    SavedPicture first = saved.getFirst();
    String words =
        saved.size() == 1
            ? tools.text("photo.out.saved", first.file(), first.width(), first.height())
            : tools.text("photo.out.savedAll", saved.size(), folder);
    Stream<String> each = saved.stream().flatMap(one -> one.notes().stream());
    String notes = String.join(" ", Stream.concat(each, all.troubles().stream()).toList());
    String recipe = beside ? " " + tools.text("photo.out.recipes") : "";
    return notes.isEmpty() ? words + recipe : words + recipe + " " + notes;
  }

  /** Saves a sheet of the step on view. */
  public void sheet(Path folder) {
    EditSession session = photo.sessionProperty().get();
    UUID step = photo.stepProperty().get();
    Turn turn =
        session == null || step == null ? null : session.comparison().turn(step).orElse(null);
    List<PictureRef> pictures = all();
    if (session != null && turn != null && !pictures.isEmpty()) {
      tools
          .works()
          .each()
          .run(
              () -> tools.photos().out().sheet(fresh(session), turn, pictures, folder),
              file -> news.tell(tools.text("photo.out.sheet", file)),
              tools.trouble());
    }
  }

  /** Finds a result as it is shown and saved, with its source put back where that was wanted. */
  public void used(PictureRef picture, Consumer<Blob> found) {
    EditSession session = photo.sessionProperty().get();
    if (session != null) {
      tools
          .works()
          .each()
          .run(
              () -> tools.photos().results().kept(fresh(session), picture), found, tools.trouble());
    }
  }

  /** Writes a result where another program can read it. */
  void lend(PictureRef picture, Consumer<Path> written) {
    EditSession session = photo.sessionProperty().get();
    if (session != null) {
      tools
          .works()
          .each()
          .run(() -> tools.photos().out().lend(fresh(session), picture), written, failure -> {});
    }
  }

  /** Says what has to be done first. */
  public void askToChoose() {
    news.tell(tools.text("photo.out.choose"));
  }

  /** Says that there is no result on view yet. */
  public void sayNothingIsThere() {
    news.tell(tools.text("photo.out.nothing"));
  }

  /** Says that a picture is on the clipboard. */
  public void copied() {
    news.tell(tools.text("photo.out.copied"));
  }
}
