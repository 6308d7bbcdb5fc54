package dev.polylogue.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The file {@code settings.json} of a data folder. Any thread may call; only {@link #current} does
 * not block.
 */
public final class SettingsStore {
  private final SettingsFile file;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Settings current;

  private SettingsStore(SettingsFile file, Settings current) {
    this.file = file;
    this.current = current;
  }

  /**
   * Reads the settings of a data folder; without a file they are {@link Settings#DEFAULT}, and none
   * is made.
   *
   * @throws SettingsException when the file is there but can't be understood; it is left as it is
   */
  public static SettingsStore open(Path folder) throws SettingsException {
    SettingsFile file = new SettingsFile(folder.toAbsolutePath().normalize());
    return new SettingsStore(file, file.read().settings());
  }

  /** Never blocks. */
  public Settings current() {
    return current;
  }

  /**
   * Reads what another program has written meanwhile.
   *
   * @return whether anything is different now
   * @throws SettingsException when the file can't be understood; then nothing has changed here
   */
  public boolean reread() throws SettingsException {
    writing.lock();
    try {
      Settings now = file.read().settings();
      boolean changed = !now.equals(current);
      current = now;
      return changed;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Applies a change to what the file holds now, which another program may have written meanwhile,
   * and stores the outcome whole or not at all.
   *
   * @throws SettingsException when nothing was stored; then nothing has changed here either
   */
  public void update(UnaryOperator<Settings> change) throws SettingsException {
    writing.lock();
    try (FileChannel _ = file.lock()) {
      SettingsJson.Content before = file.read();
      Settings changed = change.apply(before.settings());
      file.write(SettingsJson.text(changed, before.document()));
      current = changed;
    } catch (IOException e) {
      // the lock goes with its file; what was written is written
    } finally {
      writing.unlock();
    }
  }
}
