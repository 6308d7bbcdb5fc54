package dev.polylogue.bench;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import dev.polylogue.photo.Area;
import dev.polylogue.photo.Brush;
import dev.polylogue.photo.Difference;
import dev.polylogue.photo.Intake;
import dev.polylogue.photo.Lane;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Mask;
import dev.polylogue.photo.PictureCache;
import dev.polylogue.photo.Size;
import dev.polylogue.photo.Stroke;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** The figures of photos. */
final class PhotoBench {
  private static final Size LARGE = new Size(6000, 4000);
  private static final Size SMALL = new Size(1200, 800);
  private static final int STEPS = 20;
  private static final long CACHE_BYTES = 256 << 20;

  private PhotoBench() {}

  /**
   * @param only the part to be run: {@code pixels}, {@code linked}, {@code scroll}, or {@code all}
   */
  static List<Row> rows(String only) throws Exception {
    List<Row> rows = new ArrayList<>();
    if (is(only, "pixels")) {
      rows.addAll(pixels());
    }
    if (is(only, "linked")) {
      Bytes photo = PictureWriter.jpeg(scene(LARGE, 1), 0.9f);
      rows.addAll(LinkedBench.rows(photo, Files.createTempDirectory("polylogue-bench")));
    }
    if (is(only, "scroll")) {
      rows.addAll(ScrollBench.rows());
    }
    return rows;
  }

  private static boolean is(String only, String part) {
    return only.equals(part) || only.equals("all");
  }

  private static List<Row> pixels() throws Exception {
    Path folder = Files.createTempDirectory("polylogue-bench");
    Path photo = folder.resolve("large.jpg");
    Files.write(photo, PictureWriter.jpeg(scene(LARGE, 1), 0.9f).toArray());
    List<Row> rows = new ArrayList<>();
    rows.add(intake(photo));
    rows.addAll(brush());
    rows.add(difference());
    rows.add(heap(photo));
    Files.delete(photo);
    Files.delete(folder);
    return rows;
  }

  /** From the file to a preview that can be drawn, against ImageIO's decoding alone. */
  private static Row intake(Path photo) throws Exception {
    Intake intake = new Intake(new PictureReader(System::nanoTime));
    List<Double> ours = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long begin = System.nanoTime();
      BufferedImage bare = ImageIO.read(photo.toFile());
      long middle = System.nanoTime();
      BufferedImage preview = intake.take(photo, () -> false).preview();
      long end = System.nanoTime();
      if (i > 1 && bare.getWidth() > preview.getWidth()) {
        floor.add((middle - begin) / 1e6);
        ours.add((end - middle) / 1e6);
      }
    }
    double against = Figure.median(ours) / Figure.median(floor);
    return Row.atMost("photo.intake.24mp.against-imageio", against, "x", 1.5);
  }

  private static List<Row> brush() {
    strokes(SMALL);
    strokes(LARGE);
    double small = Figure.percentile(strokes(SMALL), 95);
    double large = Figure.percentile(strokes(LARGE), 95);
    return List.of(
        Row.atMost("photo.brush.24mp.frame.p95", large, "ms", 8),
        Row.atMost("photo.brush.24mp.against-1mp", large / small, "x", 1.5));
  }

  /** What one frame does: two points of the pointer, and the levels that are drawn anew. */
  private static List<Double> strokes(Size size) {
    Mask mask = new Mask(size);
    List<Double> frames = new ArrayList<>();
    byte[] levels = new byte[2048 * 2048];
    for (int line = 0; line < 4; line++) {
      Stroke stroke = mask.stroke(new Brush(100, 0.5, line % 2 == 1));
      for (int x = 150; x < 1050; x += 24) {
        long begin = System.nanoTime();
        Area dirty =
            stroke
                .to(x, 200 + 90 * line + x % 48)
                .with(stroke.to(x + 12, 210 + 90 * line + x % 48));
        mask.read(dirty, 1, levels);
        frames.add((System.nanoTime() - begin) / 1e6);
      }
      stroke.end();
    }
    return frames;
  }

  private static Row difference() {
    BufferedImage one = scene(new Size(1632, 1224), 1);
    BufferedImage two = scene(new Size(1632, 1224), 2);
    Levels mask = Levels.everything(new Size(1632, 1224));
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long begin = System.nanoTime();
      Difference difference = Difference.of(one, two, mask);
      if (i > 2 && difference.inside() > 0) {
        took.add((System.nanoTime() - begin) / 1e6);
      }
    }
    return Row.atMost("photo.difference.2mp", Figure.median(took), "ms", 100);
  }

  /** The most that is in use while each result of a session is looked at as a whole. */
  private static Row heap(Path photo) throws Exception {
    Bytes file = Bytes.owning(Files.readAllBytes(photo));
    double before = used();
    double most = 0;
    PictureCache cache =
        new PictureCache(
            PictureCache.files(new PictureReader(System::nanoTime), _ -> file),
            new Lane(Runnable::run, 2),
            CACHE_BYTES);
    for (int step = 0; step < STEPS; step++) {
      String name = "step" + step;
      for (int side : new int[] {200, PictureCache.WHOLE}) {
        cache.ask(new PictureCache.Key(name, side), new Deaf());
      }
      most = Math.max(most, used() - before);
    }
    if (cache.bytes() < LARGE.pixels() * 4) {
      throw new IllegalStateException("Nothing was decoded.");
    }
    return Row.atMost("photo.heap.20-steps-24mp", most, "MB", 400);
  }

  private static final class Deaf implements PictureCache.Listener {
    @Override
    public void ready(BufferedImage picture) {
      // only looked at
    }

    @Override
    public void failed(String sentence) {
      throw new IllegalStateException(sentence);
    }
  }

  private static double used() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** Slopes with some noise, so that it is compressed like a photo. */
  private static BufferedImage scene(Size size, int seed) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    int[] data = Pixels.data(image);
    Random random = new Random(seed);
    for (int i = 0; i < data.length; i++) {
      int x = i % size.width();
      int y = i / size.width();
      int light = (int) (128 + 90 * Math.sin(x / (90.0 + seed)) * Math.cos(y / 120.0));
      int noise = random.nextInt(16);
      data[i] =
          Math.clamp(light + noise, 0, 255) << 16
              | Math.clamp(light / 2 + 60 + noise, 0, 255) << 8
              | Math.clamp(200 - light / 2 + noise, 0, 255);
    }
    return image;
  }
}
