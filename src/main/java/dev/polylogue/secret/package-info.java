/**
 * Keys: where they are kept, and how they are found at the moment of use.
 *
 * <p>{@link dev.polylogue.secret.SecretStore} is the port, with an adapter for each place: the
 * keychain of the operating system, a file, the memory of one run, the environment. On Linux the
 * keychain is libsecret, called through {@code java.lang.foreign}: java-keyring 1.0.4 answers a
 * locked keyring with a NullPointerException from {@code get} and {@code put}, so that a locked key
 * can't be told from a broken one, and it unpacks JNA into the shared temp folder. On macOS and
 * Windows the keychain is java-keyring.
 *
 * <p>May use: {@code conversation} and the key port of {@code provider}; libsecret and java-keyring
 * are known here only. Thread rule: any thread but the FX thread; every call of a store may block,
 * those of a keychain no longer than their limit.
 */
package dev.polylogue.secret;
