package dev.polylogue.settings;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the window stands, as JSON. Where it says nothing that can be used, it is as at first. */
final class WindowJson {
  private WindowJson() {}

  static Settings.Window read(ObjectNode document) {
    Settings.Window first = Settings.Window.DEFAULT;
    JsonNode inspector = document.path("inspector");
    return new Settings.Window(
        new Settings.Inspector(
            inspector.path("open").asBoolean(false),
            inspector.path("width").asInt(first.inspector().width())),
        layout(document.path("layout").stringValue("")),
        document.path("inStep").asBoolean(first.inStep()),
        id(document.path("pane").stringValue("")),
        id(document.path("photo").stringValue("")));
  }

  private static @Nullable UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static Settings.Layout layout(String word) {
    for (Settings.Layout layout : Settings.Layout.values()) {
      if (word(layout).equals(word)) {
        return layout;
      }
    }
    return Settings.Window.DEFAULT.layout();
  }

  static void write(Settings.Window window, ObjectNode document) {
    document
        .putObject("inspector")
        .put("open", window.inspector().open())
        .put("width", window.inspector().width());
    document.put("layout", word(window.layout()));
    document.put("inStep", window.inStep());
    document.put("pane", written(window.pane()));
    document.put("photo", written(window.photo()));
  }

  private static @Nullable String written(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static String word(Settings.Layout layout) {
    return layout.name().toLowerCase(Locale.ROOT);
  }
}
