package dev.polylogue.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the key of a provider is found at the moment of use. A reference only, never a key.
 *
 * @param variable the name of the environment variable where the kind is {@link Kind#VARIABLE},
 *     else null
 */
public record KeyPlace(Kind kind, @Nullable String variable) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String ENVIRONMENT = "env:";

  /** The places there are. */
  public enum Kind {
    /** The provider takes no key. */
    NONE,
    /** An environment variable, read at each use. */
    VARIABLE,
    /** The keychain of the operating system. */
    KEYCHAIN,
    /** A file in the data folder, readable by its owner and not protected further. */
    FILE,
    /** The memory of the program, until it ends. */
    SESSION
  }

  public static final KeyPlace NONE = new KeyPlace(Kind.NONE, null);
  public static final KeyPlace KEYCHAIN = new KeyPlace(Kind.KEYCHAIN, null);
  public static final KeyPlace FILE = new KeyPlace(Kind.FILE, null);
  public static final KeyPlace SESSION = new KeyPlace(Kind.SESSION, null);

  public KeyPlace {
    if ((kind == Kind.VARIABLE) != (variable != null)) {
      throw new IllegalArgumentException("A variable, and nothing else, has a name");
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the user when it can't be a variable's
   *     name
   */
  public static KeyPlace variable(String name) {
    if (!isVariable(name)) {
      throw new IllegalArgumentException(
          "The name of an environment variable has letters, digits and underscores, such as XAI_API_KEY. Give the name here, not the key.");
    }
    return new KeyPlace(Kind.VARIABLE, name);
  }

  public static boolean isVariable(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether this program writes keys there. */
  public boolean isWritten() {
    return switch (kind) {
      case NONE, VARIABLE -> false;
      case KEYCHAIN, FILE, SESSION -> true;
    };
  }

  /** As it stands in the settings: {@code keychain}, or {@code env:XAI_API_KEY}. */
  public String word() {
    return variable != null ? ENVIRONMENT + variable : kind.name().toLowerCase(Locale.ROOT);
  }

  /** The place that is written like that, or empty. */
  public static Optional<KeyPlace> parse(String word) {
    if (word.startsWith(ENVIRONMENT)) {
      String name = word.substring(ENVIRONMENT.length());
      return isVariable(name) ? Optional.of(variable(name)) : Optional.empty();
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.VARIABLE)
        .map(kind -> new KeyPlace(kind, null))
        .filter(place -> place.word().equals(word))
        .findFirst();
  }
}
