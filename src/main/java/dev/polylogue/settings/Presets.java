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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The presets that come with the program, from {@code catalog/providers.json}. Any thread. */
public final class Presets {
  private static final String RESOURCE = "/catalog/providers.json";

  private Presets() {}

  /** In the order in which they are to be shown. Reads a file of the program. */
  public static List<Preset> load() {
    List<Preset> presets = new ArrayList<>();
    file().path("presets").forEach(node -> presets.add(preset(node)));
    return List.copyOf(presets);
  }

  /** What people still ask for and can't have any more. Reads a file of the program. */
  public static List<RetiredService> retired() {
    List<RetiredService> retired = new ArrayList<>();
    for (JsonNode node : file().path("retired")) {
      retired.add(
          new RetiredService(
              node.required("id").stringValue(),
              node.required("name").stringValue(),
              node.required("since").stringValue(),
              node.required("note").stringValue()));
    }
    return List.copyOf(retired);
  }

  public static Optional<Preset> named(String id) {
    return load().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /**
   * The preset of that name.
   *
   * @throws IllegalArgumentException with a sentence that lists the known ones, or that says what
   *     became of a retired one
   */
  public static Preset known(String id) {
    return named(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    retired().stream()
                        .filter(gone -> gone.id().equals(id))
                        .findFirst()
                        .map(RetiredService::note)
                        .orElseGet(
                            () ->
                                "There is no preset \"%s\". Presets: %s.".formatted(id, names()))));
  }

  /** For a message that lists them. */
  public static String names() {
    return load().stream().map(Preset::id).collect(Collectors.joining(", "));
  }

  private static JsonNode file() {
    try (InputStream stream = Presets.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its part " + RESOURCE + ".");
      }
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preset preset(JsonNode node) {
    String address = node.path("baseUrl").stringValue(null);
    List<Preset.Wire> wires = new ArrayList<>();
    for (JsonNode wire : node.required("wires")) {
      Map<String, String> options = texts(node.path("options"));
      options.putAll(texts(wire.path("options")));
      wires.add(
          new Preset.Wire(
              Protocol.named(wire.required("protocol").stringValue()).orElseThrow(), options));
    }
    return new Preset(
        node.required("id").stringValue(),
        node.required("name").stringValue(),
        address == null ? null : URI.create(address),
        new Preset.Key(
            node.path("keyVariable").stringValue(null), node.required("note").stringValue()),
        wires,
        texts(node.path("headers")));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      texts.put(entry.getKey(), entry.getValue().stringValue());
    }
    return texts;
  }
}
