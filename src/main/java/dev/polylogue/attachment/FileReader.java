package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads regular files only, and never more than a file may have (I35). */
final class FileReader {
  private FileReader() {}

  /**
   * @param name for the sentences
   */
  static Bytes read(Path file, String name) throws AttachmentException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new AttachmentException(name + " is a folder. Attach the files in it.");
      }
      if (!attributes.isRegularFile()) {
        throw new AttachmentException(name + " is not a file but a device or a pipe.");
      }
      tooLarge(attributes.size(), name);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] read = in.readNBytes(Limits.FILE + 1);
        tooLarge(read.length, name);
        return Bytes.owning(read);
      }
    } catch (NoSuchFileException e) {
      throw new AttachmentException("There is no file %s.".formatted(file), e);
    } catch (AccessDeniedException e) {
      throw new AttachmentException(
          name + " can't be read: you are not permitted to. Change its permissions.", e);
    } catch (IOException e) {
      throw new AttachmentException("%s can't be read: %s.".formatted(name, e.getMessage()), e);
    }
  }

  private static void tooLarge(long size, String name) throws AttachmentException {
    Limits.atMost(Limits.FILE, size, name, "a file");
  }
}
