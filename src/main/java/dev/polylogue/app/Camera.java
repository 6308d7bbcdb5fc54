package dev.polylogue.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Saves pictures as PNG files. Not the FX thread. */
final class Camera {
  private final Path out;
  private final PrintStream print;

  Camera(Path out, PrintStream print) {
    this.out = out;
    this.print = print;
  }

  /** Writes a picture and says where it lies. */
  void keep(WritableImage image, String name) throws IOException {
    Path file = out.resolve(name + ".png");
    Files.createDirectories(out);
    if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
      throw new IOException("No picture could be written to " + file + ".");
    }
    print.println(file);
  }
}
