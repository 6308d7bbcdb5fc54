package dev.polylogue.cli;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.secret.SecretException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a key comes from and where it is kept. A key itself is never an argument (T26). */
final class KeyOptions {
  private static final String OTHER_WAYS =
      " Other ways: --key-env VAR reads it from an environment variable at each use; --key-stdin --key-store file keeps it in a file, unprotected.";

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description = "The environment variable that holds the key; read at each use.")
  private @Nullable String variable;

  @Option(
      names = "--key-stdin",
      description = "Reads the key from standard input and keeps it in the keychain.")
  private boolean fromInput;

  @Option(
      names = "--key-store",
      paramLabel = "keychain|file",
      description =
          "Where a key from standard input is kept: the system's keychain, or a file in the data folder that is not protected.")
  private @Nullable String store;

  boolean fromInput() {
    return fromInput;
  }

  @Nullable String variable() {
    return variable;
  }

  boolean namesStore() {
    return store != null;
  }

  /** Refuses what does not go together. */
  void check() {
    if (variable != null && (fromInput || store != null)) {
      throw new IllegalArgumentException(
          "--key-env does not go with --key-stdin or --key-store: a key in a variable is stored nowhere.");
    }
    if (variable != null) {
      KeyPlace.variable(variable);
    }
    place();
  }

  /** Where a key is to be kept that this program keeps. */
  KeyPlace place() {
    return switch (store == null ? "keychain" : store) {
      case "keychain" -> KeyPlace.KEYCHAIN;
      case "file" -> KeyPlace.FILE;
      default ->
          throw new IllegalArgumentException(
              "--key-store is keychain or file; got \"%s\".".formatted(store));
    };
  }

  /** Says plainly what a file is before a key goes into it. */
  void warn(Console console, Services services, KeyPlace place) {
    if (place.equals(KeyPlace.FILE)) {
      console.complain(services.providers().keys().protects(place.kind()));
    }
  }

  /** Does the work; where the place refuses, the sentence ends in the other ways there are. */
  static <T> T orOtherWays(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (SecretException e) {
      throw new SecretException(e.reason(), e.getMessage() + OTHER_WAYS);
    }
  }
}
