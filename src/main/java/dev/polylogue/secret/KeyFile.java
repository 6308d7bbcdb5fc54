package dev.polylogue.secret;

import dev.polylogue.secret.SecretException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keys in the file {@code keys} of the data folder, as they are, for those who chose so. Only its
 * owner may read it, whatever the umask says. It is replaced whole, so that after a crash either
 * the old or the new keys are there; a file that can't be read is put aside, never overwritten.
 */
public final class KeyFile implements SecretStore {
  private final PrivateFile file;
  private final Path path;
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * @param folder the data folder; nothing is made in it before a key is put
   */
  public KeyFile(Path folder) {
    this.path = folder.toAbsolutePath().normalize().resolve("keys");
    this.file = new PrivateFile(path);
  }

  @Override
  public String name() {
    return "the key file";
  }

  @Override
  public String protects() {
    return "Not protected: the key stands as it is in %s. Other users of this computer can't read it, but every program you start can, and so can whoever gets a copy of the folder or of the disk."
        .formatted(path);
  }

  @Override
  public void probe() throws SecretException {
    read();
  }

  @Override
  public Optional<String> get(String account) throws SecretException {
    return Optional.ofNullable(read().get(account));
  }

  @Override
  public void put(String account, String key) throws SecretException {
    change(
        () -> {
          Map<String, String> keys = readOrPutAside();
          keys.put(account, key);
          file.write(KeyFileText.of(keys));
          return true;
        });
  }

  @Override
  public boolean delete(String account) throws SecretException {
    if (!Files.exists(path)) {
      return false;
    }
    return change(
        () -> {
          Map<String, String> keys = read();
          boolean there = keys.remove(account) != null;
          if (there) {
            file.write(KeyFileText.of(keys));
          }
          return there;
        });
  }

  private Map<String, String> read() throws SecretException {
    try {
      return KeyFileText.parse(file.read());
    } catch (NoSuchFileException e) {
      return new TreeMap<>();
    } catch (IOException e) {
      throw new SecretException(
          Reason.BROKEN,
          "The key file %s can't be read and was left as it is (%s). Put a good copy in its place, or enter the key again: the file is then put aside."
              .formatted(path, PrivateFile.reason(e)));
    }
  }

  private Map<String, String> readOrPutAside() throws IOException, SecretException {
    try {
      return read();
    } catch (SecretException e) {
      file.putAside();
      return new TreeMap<>();
    }
  }

  /** A change of the keys that may fail on the disk. */
  private interface Change {
    boolean make() throws IOException, SecretException;
  }

  /** One change at a time, of this program and of every other on the same folder. */
  private boolean change(Change change) throws SecretException {
    writing.lock();
    try {
      file.makeFolder();
      try (FileChannel channel =
              FileChannel.open(
                  PrivateFile.make(path.resolveSibling("keys.lock")), StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return lock.isValid() && change.make();
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw new SecretException(
          Reason.BROKEN,
          "The key file %s could not be written and stays as it was (%s). Check that there is room on the disk and that you may write in that folder."
              .formatted(path, PrivateFile.reason(e)));
    } finally {
      writing.unlock();
    }
  }
}
