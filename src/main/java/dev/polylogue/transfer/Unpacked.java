package dev.polylogue.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder into which an export was unpacked. Links are not followed. */
public final class Unpacked implements Bundle {
  private static final int DEEPEST = 2;

  private final Path folder;
  private final List<String> names;

  private Unpacked(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * Looks at names only, and not into folders that can't be read.
   *
   * @param most of a folder with more files than that, only so many are seen
   * @throws IOException when the folder can't be listed
   */
  public static Unpacked at(Path folder, int most) throws IOException {
    List<String> names = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              names.add(name(folder, file));
            }
            return names.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return new Unpacked(folder, List.copyOf(names));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }
}
