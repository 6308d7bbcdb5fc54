package dev.polylogue.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the data of this user lies, by the custom of each system. */
public final class AppPaths {
  private AppPaths() {}

  /**
   * The data folder: {@code POLYLOGUE_HOME}, else the platform's own place.
   *
   * @param environment looks up an environment variable, null when it is not set
   * @param system the {@code os.name} property
   * @param home the user's home folder
   */
  public static Path data(
      Function<String, @Nullable String> environment, String system, Path home) {
    Path named = path(environment.apply("POLYLOGUE_HOME"));
    if (named != null) {
      return named;
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return home.resolve("Library/Application Support/Polylogue");
    }
    if (name.contains("win")) {
      Path roaming = path(environment.apply("APPDATA"));
      return (roaming != null ? roaming : home.resolve("AppData/Roaming")).resolve("Polylogue");
    }
    Path shared = path(environment.apply("XDG_DATA_HOME"));
    return (shared != null && shared.isAbsolute() ? shared : home.resolve(".local/share"))
        .resolve("polylogue");
  }

  private static @Nullable Path path(@Nullable String value) {
    return value == null || value.isBlank() ? null : Path.of(value);
  }
}
