package dev.polylogue.secret;

import java.util.Optional;

/**
 * A place that keeps keys. Entries go by an account such as {@code xai @ https://api.x.ai:443}.
 * Every call may block; any thread but the FX thread. No exception ever quotes a key.
 */
public interface SecretStore {

  /** What it is called in a sentence: {@code the keychain}. */
  String name();

  /** A sentence that says from whom it protects a key, and from whom not. */
  String protects();

  /**
   * Finds out whether keys can be kept here, without asking the user for anything.
   *
   * @throws SecretException saying what is missing and what to do
   */
  void probe() throws SecretException;

  /** Keeps a key under the account, in place of any before it. */
  void put(String account, String key) throws SecretException;

  /**
   * The key of the account, or empty when there surely is none.
   *
   * @throws SecretException when that can't be found out, such as when the store is locked
   */
  Optional<String> get(String account) throws SecretException;

  /**
   * Removes the key of the account.
   *
   * @return false when there was none
   */
  boolean delete(String account) throws SecretException;

  /** Ends a call that is under way on another thread, where that can be done. */
  default void cancel() {}
}
