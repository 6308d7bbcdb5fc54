package dev.polylogue.secret;

import dev.polylogue.secret.SecretException.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keychain of a Linux desktop: whatever speaks the freedesktop Secret Service (gnome-keyring,
 * KWallet, KeePassXC), through libsecret. Nothing is loaded before the first call. Blocks, and may
 * wait for the user to unlock; so it is put behind a {@link GuardedStore}, which sees to it that
 * one call is made at a time.
 */
public final class SecretServiceStore implements SecretStore {
  private static final List<String> LIBRARIES =
      List.of("libsecret-1.so.0", "libgio-2.0.so.0", "libgobject-2.0.so.0", "libglib-2.0.so.0");

  private final ReentrantLock visiting = new ReentrantLock();
  private @Nullable NativeLibrary library;
  private @Nullable MemorySegment underWay;

  @Override
  public String name() {
    return "the keychain";
  }

  @Override
  public String protects() {
    return "Encrypted with your login password: safe from other users, from a stolen disk, and from backups and synced folders. Programs that you start yourself can read it while it is unlocked.";
  }

  @Override
  public void probe() throws SecretException {
    visit(
        keyring -> {
          if (keyring.isOpen()) {
            String account = "probe " + ProcessHandle.current().pid();
            keyring.store(account, "probe");
            boolean kept = keyring.find(account).isPresent();
            keyring.remove(account);
            if (!kept) {
              throw new SecretException(
                  Reason.BROKEN,
                  "The keychain forgot what it was just given. Choose another place for the key.");
            }
          }
          return true;
        });
  }

  @Override
  public void put(String account, String key) throws SecretException {
    visit(
        keyring -> {
          keyring.store(account, key);
          return true;
        });
  }

  @Override
  public Optional<String> get(String account) throws SecretException {
    return visit(keyring -> keyring.find(account));
  }

  @Override
  public boolean delete(String account) throws SecretException {
    return visit(
        keyring -> {
          boolean there = keyring.find(account).isPresent();
          if (there) {
            keyring.remove(account);
          }
          return there;
        });
  }

  @Override
  public void cancel() {
    visiting.lock();
    try {
      if (library != null && underWay != null) {
        library.run("g_cancellable_cancel", underWay);
      }
    } finally {
      visiting.unlock();
    }
  }

  /** What is done during a visit. */
  private interface Errand<T> {
    T run(LibSecret keyring) throws SecretException;
  }

  /** A service that was started anew since the last visit is found at the second try. */
  private <T> T visit(Errand<T> errand) throws SecretException {
    NativeLibrary loaded = loaded();
    try {
      return visitOnce(loaded, errand);
    } catch (SecretException e) {
      if (e.reason() != Reason.MISSING) {
        throw e;
      }
      loaded.run("secret_service_disconnect");
      return visitOnce(loaded, errand);
    }
  }

  private <T> T visitOnce(NativeLibrary loaded, Errand<T> errand) throws SecretException {
    MemorySegment cancellable = loaded.pointer("g_cancellable_new");
    begin(cancellable);
    try (Arena arena = Arena.ofConfined()) {
      LibSecret keyring = new LibSecret(loaded, arena, cancellable);
      try {
        keyring.connect();
        return errand.run(keyring);
      } finally {
        keyring.disconnect();
      }
    } finally {
      end(loaded, cancellable);
    }
  }

  private void begin(MemorySegment cancellable) {
    visiting.lock();
    try {
      underWay = cancellable;
    } finally {
      visiting.unlock();
    }
  }

  private void end(NativeLibrary loaded, MemorySegment cancellable) {
    visiting.lock();
    try {
      if (cancellable.equals(underWay)) {
        underWay = null;
      }
      loaded.run("g_object_unref", cancellable);
    } finally {
      visiting.unlock();
    }
  }

  private NativeLibrary loaded() throws SecretException {
    visiting.lock();
    try {
      NativeLibrary known = library;
      if (known == null) {
        known =
            NativeLibrary.load(LIBRARIES)
                .orElseThrow(
                    () ->
                        new SecretException(
                            Reason.MISSING,
                            "This computer has no libsecret, through which keychains are reached here. Install it (the package libsecret-1-0 or libsecret), or choose another place for the key."));
        library = known;
      }
      return known;
    } finally {
      visiting.unlock();
    }
  }
}
