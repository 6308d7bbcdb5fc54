package dev.polylogue.secret;

import dev.polylogue.secret.SecretException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What libsecret and GLib report when a call fails, as a sentence. */
final class LibSecretError {
  /** {@code struct GError}: an {@code unsigned}, an {@code int}, and a text. */
  private static final long GERROR_BYTES = 16;

  private static final int IS_LOCKED = 2;
  private static final int CANCELLED = 19;

  private LibSecretError() {}

  static SecretException locked() {
    return new SecretException(
        Reason.LOCKED,
        "The keychain is locked. Unlock it (log in again, or open your system's password manager) and try again; or enter the key for this run only.");
  }

  /** Tells a {@code GError} apart, and lets it go. */
  @SuppressWarnings("restricted")
  static SecretException of(NativeLibrary library, MemorySegment raised) {
    MemorySegment error = raised.reinterpret(GERROR_BYTES);
    int domain = error.get(ValueLayout.JAVA_INT, 0);
    int code = error.get(ValueLayout.JAVA_INT, 4);
    String words = NativeLibrary.text(error.get(ValueLayout.ADDRESS, 8));
    String kind = NativeLibrary.text(library.pointer("g_quark_to_string", domain));
    library.run("g_error_free", raised);
    return told(kind, code, words.replaceAll("[\\s.]+$", ""));
  }

  private static SecretException told(String domain, int code, String words) {
    if (domain.equals("secret-error")) {
      return code == IS_LOCKED
          ? locked()
          : new SecretException(
              Reason.BROKEN,
              "The keychain failed: %s. What it held is as it was. Try again, or choose another place for the key."
                  .formatted(words));
    }
    if (domain.equals("g-io-error-quark") && code == CANCELLED) {
      return new SecretException(
          Reason.CANCELLED, "The wait for the keychain was ended. Try again.");
    }
    return new SecretException(
        Reason.MISSING,
        "No keychain answers in this session: %s. Start one, such as gnome-keyring, KWallet or KeePassXC with its Secret Service, and try again; or choose another place for the key."
            .formatted(words));
  }
}
