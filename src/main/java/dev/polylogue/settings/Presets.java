package dev.polylogue.settings;

import dev.polylogue.conversation.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The presets that come with the program, from {@code catalog/providers.json}. Any thread. */
public final class Presets {
  private static final String RESOURCE = "/catalog/providers.json";

  private Presets() {}

  /** In the order in which they are to be shown. Reads a file of the program. */
  public static List<Preset> load() {
    try (InputStream stream = Presets.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its part " + RESOURCE + ".");
      }
      List<Preset> presets = new ArrayList<>();
      for (JsonNode node : JsonMapper.shared().readTree(stream)) {
        presets.add(preset(node));
      }
      return List.copyOf(presets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Optional<Preset> named(String id) {
    return load().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  private static Preset preset(JsonNode node) {
    String address = node.path("baseUrl").stringValue(null);
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> option : node.path("options").properties()) {
      options.put(option.getKey(), option.getValue().stringValue());
    }
    return new Preset(
        node.required("id").stringValue(),
        node.required("name").stringValue(),
        Protocol.named(node.required("protocol").stringValue()).orElseThrow(),
        address == null ? null : URI.create(address),
        new Preset.Key(
            node.path("keyVariable").stringValue(null), node.required("note").stringValue()),
        options);
  }
}
