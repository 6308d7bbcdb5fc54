package dev.polylogue.provider.sandbox;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out one request to edit a picture. */
final class Darkroom {
  private static final int MOST_PICTURES = 4;
  private static final float QUALITY = 0.93f;
  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

  private final PictureReader reader;

  Darkroom(PictureReader reader) {
    this.reader = reader;
  }

  /** A request can't be carried out; the message says why. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refusal(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * A request that was understood.
   *
   * @param mask transparent where the picture may change; null when it may everywhere
   * @param size that was asked for; null for that which comes of it
   */
  record Task(
      DarkroomModel model,
      BufferedImage picture,
      @Nullable BufferedImage mask,
      @Nullable String size,
      String format,
      String instruction) {}

  /**
   * One result.
   *
   * @param said the instruction as it was understood
   * @param unknown parts of it that were not
   */
  record Result(BufferedImage picture, String said, List<String> unknown) {}

  Task understand(DarkroomModel model, Form form) throws Refusal {
    Optional<Bytes> source = form.file("image");
    String instruction = form.text("prompt");
    if (source.isEmpty()) {
      throw new Refusal("missing_required_parameter", "The darkroom only edits: send an image.");
    }
    if (instruction.isEmpty()) {
      throw new Refusal("missing_required_parameter", "Say what to do with the picture.");
    }
    BufferedImage picture = read(source.get(), "image");
    Optional<Bytes> drawn = form.file("mask");
    BufferedImage mask = drawn.isPresent() ? read(drawn.get(), "mask") : null;
    check(picture, mask);
    String size = form.text("size");
    if (!size.isEmpty() && !size.equals("auto") && !SIZE.matcher(size).matches()) {
      throw new Refusal("invalid_value", "A size is written as 1024x768, or auto.");
    }
    String format = form.text("output_format").isEmpty() ? "png" : form.text("output_format");
    if (!format.equals("png") && !format.equals("jpeg")) {
      throw new Refusal("invalid_value", "The darkroom makes png and jpeg, not " + format + ".");
    }
    return new Task(
        model, picture, mask, SIZE.matcher(size).matches() ? size : null, format, instruction);
  }

  private static void check(BufferedImage picture, @Nullable BufferedImage mask) throws Refusal {
    if (mask == null) {
      return;
    }
    if (mask.getWidth() != picture.getWidth() || mask.getHeight() != picture.getHeight()) {
      throw new Refusal(
          "invalid_image_file",
          "The mask has %d×%d pixels and the picture %d×%d; they must be the same."
              .formatted(
                  mask.getWidth(), mask.getHeight(), picture.getWidth(), picture.getHeight()));
    }
    // one that is opaque all over has lost its alpha on the way here, and lets nothing change
  }

  /** How many results are wanted. */
  static int count(Form form) {
    return Math.clamp(form.number("n", 1), 1, MOST_PICTURES);
  }

  /**
   * Makes a result.
   *
   * @param number from 0; each is somewhat stronger or weaker than the one before
   */
  Result develop(Task task, int number) throws Refusal {
    Wording.Order order = task.model().understand(task.instruction(), number);
    if (order.steps().isEmpty()) {
      String unclear = String.join("”, “", order.unknown());
      throw new Refusal(
          "instruction_not_understood",
          "The darkroom follows fixed rules and does not understand “%s”. It understands: %s."
              .formatted(unclear.isEmpty() ? task.instruction() : unclear, Wording.UNDERSTOOD));
    }
    BufferedImage made = task.picture();
    for (Step step : order.steps()) {
      made = step.develop().apply(made);
    }
    made = task.model().finish().apply(made);
    if (task.mask() != null) {
      made = masked(task.picture(), made, task.mask());
    }
    return new Result(sized(made, task.size()), order.said(), order.unknown());
  }

  private static BufferedImage masked(BufferedImage picture, BufferedImage made, BufferedImage mask)
      throws Refusal {
    if (made.getWidth() != picture.getWidth() || made.getHeight() != picture.getHeight()) {
      throw new Refusal(
          "invalid_value",
          "Cropping, turning, resizing and borders change the whole frame: ask for them without a"
              + " mask.");
    }
    int[] kept = Pixels.data(picture);
    int[] changed = Pixels.data(made);
    int[] open = Pixels.data(mask);
    boolean alpha = Pixels.hasAlpha(mask);
    int solid = Pixels.hasAlpha(picture) ? 0 : 0xff000000;
    int solidMade = Pixels.hasAlpha(made) ? 0 : 0xff000000;
    BufferedImage both =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            solidMade == 0 || solid == 0
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    int[] into = Pixels.data(both);
    for (int i = 0; i < into.length; i++) {
      int level = alpha ? 255 - (open[i] >>> 24) : 0;
      into[i] = mixed(kept[i] | solid, changed[i] | solidMade, level);
    }
    return both;
  }

  private static int mixed(int kept, int changed, int level) {
    if (level == 0 || level == 255) {
      return level == 0 ? kept : changed;
    }
    int pixel = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      int from = kept >>> shift & 0xff;
      int to = changed >>> shift & 0xff;
      pixel |= (from * (255 - level) + to * level + 127) / 255 << shift;
    }
    return pixel;
  }

  private static BufferedImage sized(BufferedImage made, @Nullable String size) {
    Matcher wanted = SIZE.matcher(size == null ? "" : size);
    return wanted.matches()
        ? Shapes.sized(Integer.parseInt(wanted.group(1)), Integer.parseInt(wanted.group(2)))
            .apply(made)
        : made;
  }

  static Bytes encoded(BufferedImage picture, String format) throws IOException {
    return format.equals("jpeg") && !Pixels.hasAlpha(picture)
        ? PictureWriter.jpeg(picture, QUALITY)
        : PictureWriter.png(picture);
  }

  private BufferedImage read(Bytes bytes, String what) throws Refusal {
    FileKind kind = FileKind.of(bytes, "");
    if (!kind.isPicture()) {
      throw new Refusal("invalid_image_file", "The %s is %s.".formatted(what, kind.words()));
    }
    try {
      return reader.read(bytes, kind, "The " + what, Integer.MAX_VALUE, () -> false).image();
    } catch (MediaException e) {
      throw new Refusal("invalid_image_file", String.valueOf(e.getMessage()));
    }
  }
}
