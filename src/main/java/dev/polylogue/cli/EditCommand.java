package dev.polylogue.cli;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.media.ExifPart;
import dev.polylogue.media.MediaException;
import dev.polylogue.photo.Photo;
import dev.polylogue.run.Round;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.EditPlan;
import dev.polylogue.session.MaskTaken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue edit}: edits a photo on several models. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = "Edits a photo on several image models. The photo itself is never changed.")
final class EditCommand implements Callable<Integer> {
  /** Of the edge where a result fades into the photo, in pixels. */
  private static final int FEATHER = 8;

  @picocli.CommandLine.Parameters(index = "0", paramLabel = "PHOTO")
  private Path photo = Path.of("");

  @picocli.CommandLine.Parameters(
      index = "1",
      paramLabel = "INSTRUCTION",
      description = "What to do, or - for standard input. Sent as it is.")
  private String instruction = "";

  @Option(names = "-m", paramLabel = "REF", description = "A model, as provider/model. Repeatable.")
  private List<String> models = List.of();

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "A PNG of the size of the photo, transparent where it may change; or black and white,"
              + " white where it may.")
  private @Nullable Path mask;

  @Option(
      names = "--keep-outside",
      description =
          "Puts the photo back outside the mask, on this computer. Within the mask, results fade"
              + " into it over "
              + FEATHER
              + " pixels; the mask is sent as it is.")
  private boolean keep;

  @Option(
      names = "--use-anyway",
      description = "Sends the photo even if it is damaged, so that its lower part is missing.")
  private boolean anyway;

  @Option(
      names = "--exif",
      paramLabel = "PART",
      split = ",",
      description =
          "What the results are given of the EXIF of the photo: date, camera, lens, exposure,"
              + " rights, place. Nothing by default; none of it is ever sent.")
  private List<String> exif = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; else here.")
  private Path out = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "name=value",
      description = "size, quality, n, format, background. Repeatable.")
  private List<String> settings = List.of();

  private final Console console;

  EditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (models.isEmpty()) {
      throw new IllegalArgumentException(
          "Name at least one model with -m, such as -m sandbox/darkroom.");
    }
    if (keep && mask == null) {
      throw new IllegalArgumentException("--keep-outside needs a mask.");
    }
    Set<ExifPart> given = EditOptions.exif(exif);
    prepare(out);
    List<ModelRef> refs = models.stream().map(ModelRef::parse).toList();
    String words = instruction.equals("-") ? withoutLastBreak(console.read()) : instruction;
    EditPlan asked =
        new EditPlan(
            words, refs, null, EditPlan.Where.EVERYWHERE, List.of(), EditOptions.of(settings));
    boolean whole;
    try (Services services = console.openToAdd()) {
      Interruption interruption = Interruption.listen(services::close);
      try {
        services.providers().checkKnown(refs);
        EditPhoto photos = services.photos();
        Photo taken = look(photos);
        MaskTaken drawn = mask(photos, taken);
        EditPlan plan = asked.with(where(drawn));
        EditSession session =
            photos.begin(taken.bytes(), taken.blob().mediaType(), taken.blob().name());
        Round round = photos.edit(session.id(), plan);
        EditFollower follower =
            new EditFollower(
                console,
                photos,
                session.id(),
                new EditFollower.Order(out, given, plan.options().n()),
                drawn == null ? List.of() : drawn.notes());
        whole = follower.follow(round);
      } finally {
        console.flush();
        interruption.done();
      }
    }
    console.backUp();
    return whole ? 0 : 1;
  }

  /** The line break is of the shell, the rest is the user's. */
  private static String withoutLastBreak(String words) {
    return words.replaceFirst("\\R\\z", "");
  }

  /** Before anything is sent and has to be paid for. */
  private static void prepare(Path folder) {
    try {
      Files.createDirectories(folder.toAbsolutePath());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The results can't be put into %s: it can't be made. Nothing was sent.".formatted(folder),
          e);
    }
    if (!Files.isWritable(folder.toAbsolutePath())) {
      throw new IllegalArgumentException(
          "The results can't be put into %s: it can't be written. Nothing was sent."
              .formatted(folder));
    }
  }

  private Photo look(EditPhoto photos) throws Exception {
    Photo taken = photos.look(photo);
    if (taken.condition().damaged() && !anyway) {
      throw new MediaException(
          "%s is damaged: its lower part is missing. Get it again from where it came from, or add --use-anyway."
              .formatted(taken.blob().name()));
    }
    taken.condition().notes().forEach(console::complain);
    return taken;
  }

  private @Nullable MaskTaken mask(EditPhoto photos, Photo taken) throws Exception {
    if (mask == null) {
      return null;
    }
    MaskTaken drawn = photos.files().mask(mask, taken.size());
    if (drawn.levels().share() == 0) {
      throw new MediaException(
          "The mask covers nothing, so nothing may change. Nothing was sent; draw where it may.");
    }
    drawn.notes().forEach(console::complain);
    return drawn;
  }

  private EditPlan.Where where(@Nullable MaskTaken drawn) throws IOException {
    return drawn == null
        ? EditPlan.Where.EVERYWHERE
        : new EditPlan.Where(drawn.levels().png(), new EditStep.Outside(keep, keep ? FEATHER : 0));
  }
}
