package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditSession.Result;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.Warning;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.ExifPart;
import dev.polylogue.media.FileNames;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.Pixels;
import dev.polylogue.photo.ContactSheet;
import dev.polylogue.photo.Hash;
import dev.polylogue.photo.Recipe;
import dev.polylogue.photo.Saving;
import dev.polylogue.transfer.RecipeJson;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes results out of the program: as files under names of our own making, never over another
 * file, with their recipes beside them, or on a sheet. Any thread; every call blocks.
 */
public final class PhotoOut {
  /** Of a picture on a sheet, in pixels of its longer side. */
  private static final int ON_SHEET = 1_280;

  private final PhotoResults results;
  private final PhotoFiles files;
  private final Saving saving;
  private final Path lent;

  /**
   * @param lent a folder of ours, closed to other users, for files that other programs are given to
   *     read
   */
  PhotoOut(PhotoResults results, PhotoFiles files, PictureReader reader, Path lent) {
    this.results = results;
    this.files = files;
    this.saving = new Saving(reader);
    this.lent = lent;
  }

  /**
   * How results are saved.
   *
   * @param recipes whether the recipe of each goes beside it, as JSON
   * @param exif what each is given of the EXIF of the photo
   */
  public record Manner(Saving.Format format, boolean recipes, Set<ExifPart> exif) {
    public Manner {
      exif = Set.copyOf(exif);
    }
  }

  /**
   * What became of results that were to be saved.
   *
   * @param troubles why the others could not be, in sentences
   */
  public record Saved(List<SavedPicture> pictures, List<String> troubles) {
    public Saved {
      pictures = List.copyOf(pictures);
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * Saves results one after another; one that can't be keeps none of the others from it.
   *
   * @throws IOException with a sentence, when none could be
   */
  public Saved save(EditSession session, List<PictureRef> pictures, Path folder, Manner manner)
      throws IOException {
    List<SavedPicture> saved = new ArrayList<>();
    Set<String> troubles = new LinkedHashSet<>();
    for (PictureRef picture : pictures) {
      try {
        SavedPicture written = results.save(session, picture, folder, manner.format, manner.exif);
        saved.add(written);
        if (manner.recipes) {
          describe(written.file(), recipe(session, picture));
        }
      } catch (IOException e) {
        troubles.add(String.valueOf(e.getMessage()));
      }
    }
    if (saved.isEmpty() && !troubles.isEmpty()) {
      throw new IOException(String.join(" ", troubles));
    }
    return new Saved(saved, List.copyOf(troubles));
  }

  private static void describe(Path picture, Recipe recipe) throws IOException {
    Recipe.File file = new Recipe.File(String.valueOf(picture.getFileName()), Hash.of(picture));
    Saving.beside(picture, RecipeJson.of(recipe, file));
  }

  /**
   * A result as a file that another program of the same user may copy; it is deleted with its
   * session, else when the program ends.
   */
  public Path lend(EditSession session, PictureRef picture) throws IOException {
    Path folder = lent.resolve(session.id().toString());
    Path file = results.save(session, picture, folder, Set.of()).file();
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }

  /** How a result was made, from the photo on. */
  public static Recipe recipe(EditSession session, PictureRef picture) {
    Deque<Recipe.Step> steps = new ArrayDeque<>();
    PictureRef now = picture;
    while (now != null) {
      Result result = session.result(now).orElse(null);
      if (result == null) {
        break;
      }
      steps.addFirst(step(result, now.index()));
      now = result.step().source();
    }
    Blob photo = session.photo();
    return new Recipe(new Recipe.File(photo.name(), photo.sha256()), List.copyOf(steps));
  }

  private static Recipe.Step step(Result result, int picture) {
    Long total = result.reply().timing().total();
    Blob mask = result.step().mask();
    return new Recipe.Step(
        result.reply().model(),
        result.turn().user().text(),
        mask == null ? null : new Recipe.Where(mask.sha256(), result.step().outside()),
        result.step().options(),
        new Recipe.Made(
            result.pictures().get(picture).sha256(),
            result.turn().createdAt().plus(Duration.ofMillis(total == null ? 0 : total)),
            result.reply().outcome().cost(),
            result.reply().outcome().warnings().stream().map(Warning::message).toList()));
  }

  /**
   * Saves a sheet with the source of a step and these of its results.
   *
   * @return the file
   */
  public Path sheet(EditSession session, Turn turn, List<PictureRef> pictures, Path folder)
      throws IOException {
    try {
      List<ContactSheet.Cell> cells = new ArrayList<>();
      Blob source = session.source(turn);
      cells.add(new ContactSheet.Cell(small(source), "Source", session.photo().name()));
      for (PictureRef picture : pictures) {
        Result result = session.result(picture).orElse(null);
        if (result != null) {
          BufferedImage shown = Pixels.fit(results.small(session, picture, 2 * ON_SHEET), ON_SHEET);
          cells.add(
              new ContactSheet.Cell(shown, result.reply().model().toString(), figures(result)));
        }
      }
      BufferedImage sheet = ContactSheet.of(turn.user().text(), cells);
      String name = FileNames.stem(FileNames.clean(session.photo().name())) + "-sheet";
      return saving.save(sheet, folder, name, Saving.Format.PNG);
    } catch (MediaException | HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private BufferedImage small(Blob picture) throws MediaException, HistoryException {
    return Pixels.fit(files.whole(picture), ON_SHEET);
  }

  private static String figures(Result result) {
    List<String> said = new ArrayList<>();
    Long total = result.reply().timing().total();
    if (total != null) {
      said.add(String.format(Locale.ROOT, "%.1f s", total / 1000.0));
    }
    @Nullable Cost cost = result.reply().outcome().cost();
    if (cost != null) {
      said.add(cost.amount().toPlainString() + " " + cost.currency());
    }
    return String.join(" · ", said);
  }
}
