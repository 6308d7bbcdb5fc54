package dev.polylogue.secret;

import java.util.Locale;

/** Chooses the keychain of the system that the program runs on. */
public final class Keychains {
  private Keychains() {}

  /**
   * The one that belongs to the system; it is not touched yet.
   *
   * @param system the {@code os.name} property
   */
  public static SecretStore of(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return LibraryKeychain.ofMac();
    }
    return name.contains("win") ? LibraryKeychain.ofWindows() : new SecretServiceStore();
  }
}
