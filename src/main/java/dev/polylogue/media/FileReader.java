package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads regular files only, and never more than a file may have (I35). */
public final class FileReader {
  private FileReader() {}

  /** As it is really called, not {@code .} as it may have been named. */
  private static String folder(Path named) {
    Path whole = named.toAbsolutePath().normalize();
    Path last = whole.getFileName();
    return FileNames.shown((last == null ? whole : last).toString());
  }

  /**
   * @param name for the sentences
   * @param most bytes that are read
   */
  public static Bytes read(Path file, String name, int most) throws MediaException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new MediaException(folder(file) + " is a folder. Take the files in it.");
      }
      if (!attributes.isRegularFile()) {
        throw new MediaException(name + " is not a file but a device or a pipe.");
      }
      FileSize.atMost(most, attributes.size(), name, "a file");
      try (InputStream in = Files.newInputStream(file)) {
        byte[] read = in.readNBytes(most + 1);
        FileSize.atMost(most, read.length, name, "a file");
        return Bytes.owning(read);
      }
    } catch (NoSuchFileException e) {
      throw new MediaException("There is no file %s.".formatted(file), e);
    } catch (AccessDeniedException e) {
      throw new MediaException(
          name + " can't be read: you are not permitted to. Change its permissions.", e);
    } catch (IOException e) {
      throw new MediaException("%s can't be read: %s.".formatted(name, e.getMessage()), e);
    }
  }
}
