package dev.polylogue.secret;

import dev.polylogue.secret.SecretException.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * One visit to the Secret Service through libsecret 0.19 or newer, and what it reports. Blocks;
 * lives as long as its arena; one thread.
 *
 * <p>Items carry the attributes {@code service} (always {@code polylogue}) and {@code account}, so
 * {@code secret-tool lookup service polylogue account …} finds them.
 */
final class LibSecret {
  private static final MemorySegment NULL = MemorySegment.NULL;

  /** {@code struct SecretSchema}: name, flags, 32 attributes of 16 bytes, reserved words. */
  private static final long SCHEMA_BYTES = 8 + 8 + 32 * 16 + 8 + 7 * 8;

  private static final long FIRST_ATTRIBUTE = 16;
  private static final long ATTRIBUTE_BYTES = 16;
  private static final int SESSION_BUS = 2;
  private static final int OPEN_SESSION = 1 << 1;
  private static final int SEARCH_UNLOCK = 1 << 2;
  private static final int SEARCH_LOAD_SECRETS = 1 << 3;

  private final NativeLibrary library;
  private final Arena arena;
  private final MemorySegment cancellable;
  private final MemorySegment error;
  private MemorySegment service = NULL;

  /**
   * @param cancellable a {@code GCancellable} that outlives this
   */
  LibSecret(NativeLibrary library, Arena arena, MemorySegment cancellable) {
    this.library = library;
    this.arena = arena;
    this.cancellable = cancellable;
    this.error = arena.allocate(ValueLayout.ADDRESS);
  }

  /** Reaches the service, or says why it can't be reached. Never asks the user. */
  void connect() throws SecretException {
    MemorySegment bus = library.pointer("g_bus_get_sync", SESSION_BUS, cancellable, error);
    check();
    // Without this GLib ends the whole program when the session bus goes away.
    library.run("g_dbus_connection_set_exit_on_close", bus, 0);
    release(bus);
    service = library.pointer("secret_service_get_sync", OPEN_SESSION, cancellable, error);
    check();
  }

  /** Lets the service go; to be called at the end of the visit. */
  void disconnect() {
    release(service);
    service = NULL;
  }

  /** Whether there is a default collection and it is open, so that nobody would be asked. */
  boolean isOpen() throws SecretException {
    MemorySegment collection =
        library.pointer(
            "secret_collection_for_alias_sync", service, text("default"), 0, cancellable, error);
    check();
    if (isNull(collection)) {
      return false;
    }
    boolean locked = library.number("secret_collection_get_locked", collection) != 0;
    release(collection);
    return !locked;
  }

  /** Keeps a key, in place of one before it. May ask the user to unlock. */
  void store(String account, String key) throws SecretException {
    MemorySegment attributes = attributes(account);
    int stored =
        library.number(
            "secret_password_storev_sync",
            schema(),
            attributes,
            NULL,
            text("Polylogue: " + account),
            text(key),
            cancellable,
            error);
    library.run("g_hash_table_unref", attributes);
    check();
    if (stored == 0) {
      throw LibSecretError.locked();
    }
  }

  /** The key, or empty where there is no such item. May ask the user to unlock. */
  Optional<String> find(String account) throws SecretException {
    MemorySegment items = search(account);
    if (isNull(items)) {
      return Optional.empty();
    }
    try {
      MemorySegment item = NativeLibrary.first(items);
      if (library.number("secret_item_get_locked", item) != 0) {
        throw LibSecretError.locked();
      }
      return Optional.of(secret(item));
    } finally {
      library.run("g_list_free_full", items, library.address("g_object_unref"));
    }
  }

  private MemorySegment search(String account) throws SecretException {
    MemorySegment attributes = attributes(account);
    MemorySegment items =
        library.pointer(
            "secret_service_search_sync",
            service,
            schema(),
            attributes,
            SEARCH_UNLOCK | SEARCH_LOAD_SECRETS,
            cancellable,
            error);
    library.run("g_hash_table_unref", attributes);
    check();
    return items;
  }

  private String secret(MemorySegment item) throws SecretException {
    MemorySegment value = library.pointer("secret_item_get_secret", item);
    if (isNull(value)) {
      throw LibSecretError.locked();
    }
    MemorySegment words = library.pointer("secret_value_get_text", value);
    try {
      if (isNull(words)) {
        throw new SecretException(
            Reason.BROKEN,
            "The keychain holds something under this name that is not a key. Enter the key again.");
      }
      return NativeLibrary.text(words);
    } finally {
      library.run("secret_value_unref", value);
    }
  }

  /** Removes an item that is there and open. */
  void remove(String account) throws SecretException {
    MemorySegment attributes = attributes(account);
    library.number("secret_password_clearv_sync", schema(), attributes, cancellable, error);
    library.run("g_hash_table_unref", attributes);
    check();
  }

  private MemorySegment schema() {
    MemorySegment schema = arena.allocate(SCHEMA_BYTES, 8);
    schema.set(ValueLayout.ADDRESS, 0, text("dev.polylogue.key"));
    schema.set(ValueLayout.ADDRESS, FIRST_ATTRIBUTE, text("service"));
    schema.set(ValueLayout.ADDRESS, FIRST_ATTRIBUTE + ATTRIBUTE_BYTES, text("account"));
    return schema;
  }

  private MemorySegment attributes(String account) {
    MemorySegment table =
        library.pointer(
            "g_hash_table_new", library.address("g_str_hash"), library.address("g_str_equal"));
    library.number("g_hash_table_insert", table, text("service"), text("polylogue"));
    library.number("g_hash_table_insert", table, text("account"), text(account));
    return table;
  }

  private void check() throws SecretException {
    MemorySegment raised = error.get(ValueLayout.ADDRESS, 0);
    if (!isNull(raised)) {
      error.set(ValueLayout.ADDRESS, 0, NULL);
      throw LibSecretError.of(library, raised);
    }
  }

  private void release(MemorySegment object) {
    if (!isNull(object)) {
      library.run("g_object_unref", object);
    }
  }

  private MemorySegment text(String words) {
    return arena.allocateFrom(words);
  }

  private static boolean isNull(MemorySegment pointer) {
    return pointer.equals(NULL);
  }
}
