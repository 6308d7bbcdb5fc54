package dev.polylogue.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.polylogue.secret.SecretException.Reason;
import java.util.Optional;

/**
 * The macOS Keychain and the Windows Credential Manager, through java-keyring. Nothing is loaded
 * before the first call. Blocks, and macOS may ask the user; so it is put behind a {@link
 * GuardedStore}.
 */
public final class LibraryKeychain implements SecretStore {
  private static final String SERVICE = "polylogue";

  /** {@code CRED_MAX_CREDENTIAL_BLOB_SIZE} is 2560 bytes, and the library writes UTF-16. */
  private static final int MOST_WINDOWS_CHARACTERS = 2560 / 2;

  private final KeyringStorageType type;

  private LibraryKeychain(KeyringStorageType type) {
    this.type = type;
  }

  public static LibraryKeychain ofMac() {
    return new LibraryKeychain(KeyringStorageType.OSX_KEYCHAIN);
  }

  public static LibraryKeychain ofWindows() {
    return new LibraryKeychain(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
  }

  @Override
  public String name() {
    return "the keychain";
  }

  @Override
  public String protects() {
    return "Kept encrypted by the system under your login: safe from other users, from a stolen disk, and from backups and synced folders. Programs that you start yourself may be able to read it.";
  }

  @Override
  public void probe() throws SecretException {
    String account = "probe " + ProcessHandle.current().pid();
    put(account, "probe");
    boolean kept = get(account).isPresent();
    delete(account);
    if (!kept) {
      throw failed();
    }
  }

  @Override
  public void put(String account, String key) throws SecretException {
    if (type == KeyringStorageType.WINDOWS_CREDENTIAL_STORE
        && key.length() > MOST_WINDOWS_CHARACTERS) {
      throw new SecretException(
          Reason.UNSUITABLE,
          "The Credential Manager takes keys of up to %d characters; this one has %d. Choose another place for it."
              .formatted(MOST_WINDOWS_CHARACTERS, key.length()));
    }
    try (Opened opened = open()) {
      opened.keyring.setPassword(SERVICE, account, key);
    } catch (PasswordAccessException e) {
      throw failed();
    }
  }

  @Override
  public Optional<String> get(String account) throws SecretException {
    try (Opened opened = open()) {
      return Optional.of(opened.keyring.getPassword(SERVICE, account));
    } catch (PasswordAccessException e) {
      if (isAbsence(e)) {
        return Optional.empty();
      }
      throw failed();
    }
  }

  @Override
  public boolean delete(String account) throws SecretException {
    try (Opened opened = open()) {
      opened.keyring.deletePassword(SERVICE, account);
      return true;
    } catch (PasswordAccessException e) {
      if (isAbsence(e)) {
        return false;
      }
      throw failed();
    }
  }

  /** {@code ERROR_NOT_FOUND} of Windows, {@code errSecItemNotFound} of macOS by number or words. */
  private static boolean isAbsence(PasswordAccessException e) {
    String words = String.valueOf(e.getMessage());
    return words.contains("1168")
        || words.contains("-25300")
        || words.contains("could not be found in the keychain");
  }

  private static SecretException failed() {
    return new SecretException(
        Reason.BROKEN,
        "The keychain refused. What it held is as it was. Unlock it and allow this program in, and try again; or choose another place for the key.");
  }

  /** A keyring whose end is no failure. */
  private record Opened(Keyring keyring) implements AutoCloseable {
    @Override
    public void close() throws SecretException {
      try {
        keyring.close();
      } catch (Exception e) {
        throw failed();
      }
    }
  }

  private Opened open() throws SecretException {
    try {
      return new Opened(Keyring.create(type));
    } catch (BackendNotSupportedException | LinkageError e) {
      throw new SecretException(
          Reason.MISSING,
          "No keychain answers on this computer. Choose another place for the key.");
    }
  }
}
