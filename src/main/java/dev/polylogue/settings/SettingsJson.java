package dev.polylogue.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings as JSON. Fields that this version does not know stay in the file. */
final class SettingsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Pattern PROXY =
      Pattern.compile("system|none|(?:http|socks5)://[^/?#@\\s]+:\\d{1,5}/?");

  private SettingsJson() {}

  /** What a file says, and the file itself. */
  record Content(Settings settings, ObjectNode document) {
    static final Content NOTHING =
        new Content(Settings.DEFAULT, JsonNodeFactory.instance.objectNode());
  }

  /**
   * @throws tools.jackson.core.JacksonException when it is not JSON
   * @throws IllegalArgumentException when it is, but says something that can't be followed
   */
  static Content read(String text) {
    if (!(MAPPER.readTree(text) instanceof ObjectNode document)) {
      throw new IllegalArgumentException("it does not hold a JSON object");
    }
    List<ProviderSettings> providers = new ArrayList<>();
    JsonNode listed = document.path("providers");
    if (!listed.isMissingNode() && !listed.isArray()) {
      throw new IllegalArgumentException("\"providers\" is not a list");
    }
    for (JsonNode provider : listed) {
      providers.add(provider(provider));
    }
    return new Content(
        new Settings(
            providers,
            appearance(document),
            lastComparison(document),
            new Settings.Machine(
                network(document), backups(document), titles(document), pictureHosts(document)),
            WindowJson.read(document),
            ShelfJson.read(document)),
        document);
  }

  private static Settings.Network network(ObjectNode document) {
    String proxy = optional(document.path("network"), "proxy");
    if (proxy == null) {
      return Settings.Network.DEFAULT;
    }
    if (!PROXY.matcher(proxy).matches()) {
      throw new IllegalArgumentException(
          "\"network\" has a \"proxy\" that is neither \"system\" nor \"none\" nor like"
              + " \"http://host:port\"; a name and password belong into the variable HTTPS_PROXY");
    }
    return new Settings.Network(proxy);
  }

  private static @Nullable Path backups(ObjectNode document) {
    String folder = optional(document, "backups");
    if (folder == null) {
      return null;
    }
    Path path = Path.of(folder);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("\"backups\" is not a whole path of a folder");
    }
    return path;
  }

  private static @Nullable ModelRef titles(ObjectNode document) {
    String model = optional(document, "titles");
    return model == null ? null : ModelRef.parse(model);
  }

  private static List<String> pictureHosts(ObjectNode document) {
    List<String> hosts = new ArrayList<>();
    for (JsonNode host : document.path("pictureHosts")) {
      hosts.add(text("pictureHosts", host));
    }
    return hosts;
  }

  private static ProviderSettings provider(JsonNode node) {
    String id = required(node, "id");
    String protocol = required(node, "protocol");
    URI address = URI.create(required(node, "baseUrl"));
    if (address.getScheme() == null || address.getHost() == null) {
      throw new IllegalArgumentException("\"" + address + "\" is not the address of a provider");
    }
    return new ProviderSettings(
        id,
        Protocol.named(protocol)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the provider \"%s\" has the protocol \"%s\", which this version does not know"
                            .formatted(id, protocol))),
        address,
        keyPlace(id, node),
        texts(node, "headers"),
        texts(node, "options"));
  }

  private static KeyPlace keyPlace(String provider, JsonNode node) {
    String word = optional(node, "key");
    if (word == null) {
      return KeyPlace.NONE;
    }
    return KeyPlace.parse(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the provider \"%s\" has its key in a place that this version does not know"
                        .formatted(provider)));
  }

  private static Settings.Appearance appearance(ObjectNode document) {
    String word = optional(document, "appearance");
    if (word == null) {
      return Settings.DEFAULT.appearance();
    }
    for (Settings.Appearance appearance : Settings.Appearance.values()) {
      if (word(appearance).equals(word)) {
        return appearance;
      }
    }
    throw new IllegalArgumentException("\"appearance\" is \"" + word + "\"");
  }

  private static @Nullable UUID lastComparison(ObjectNode document) {
    String id = optional(document, "lastComparison");
    return id == null ? null : UUID.fromString(id);
  }

  private static String required(JsonNode node, String field) {
    String value = optional(node, field);
    if (value == null) {
      throw new IllegalArgumentException("a provider has no \"" + field + "\"");
    }
    return value;
  }

  private static @Nullable String optional(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return text(field, value);
  }

  private static String text(String field, JsonNode value) {
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + field + "\" is not a text");
    }
    return value.stringValue();
  }

  private static Map<String, String> texts(JsonNode node, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path(field).properties()) {
      texts.put(entry.getKey(), text(field, entry.getValue()));
    }
    return texts;
  }

  /**
   * @param before what the file held, from which unknown fields are taken over
   */
  static String text(Settings settings, ObjectNode before) {
    ObjectNode document = before.deepCopy();
    document.put("appearance", word(settings.appearance()));
    UUID last = settings.lastComparison();
    document.put("lastComparison", last == null ? null : last.toString());
    ObjectNode network =
        document.path("network") instanceof ObjectNode known
            ? known
            : document.putObject("network");
    network.put("proxy", settings.network().proxy());
    Path backups = settings.machine().backups();
    if (backups != null) {
      document.put("backups", backups.toString());
    } else {
      document.remove("backups");
    }
    ModelRef titles = settings.titles();
    if (titles != null) {
      document.put("titles", titles.toString());
    } else {
      document.remove("titles");
    }
    if (settings.pictureHosts().isEmpty()) {
      document.remove("pictureHosts");
    } else {
      settings.pictureHosts().forEach(document.putArray("pictureHosts")::add);
    }
    WindowJson.write(settings.window(), document);
    ShelfJson.write(settings.shelf(), document);
    ArrayNode providers = document.putArray("providers");
    settings
        .providers()
        .forEach(provider -> write(provider, known(provider.id(), before, providers.addObject())));
    return MAPPER.writeValueAsString(document) + "\n";
  }

  private static ObjectNode known(String provider, ObjectNode before, ObjectNode node) {
    for (JsonNode candidate : before.path("providers")) {
      if (provider.equals(candidate.path("id").stringValue(null))
          && candidate instanceof ObjectNode found) {
        node.setAll(found.deepCopy());
      }
    }
    return node;
  }

  private static void write(ProviderSettings provider, ObjectNode node) {
    node.put("id", provider.id());
    node.put("protocol", provider.protocol().word());
    node.put("baseUrl", provider.baseUrl().toString());
    node.put("key", provider.key().word());
    write(provider.headers(), node.putObject("headers"));
    write(provider.options(), node.putObject("options"));
  }

  /** Sorted, so that the same settings make the same file. */
  private static void write(Map<String, String> texts, ObjectNode node) {
    new TreeMap<>(texts).forEach(node::put);
  }

  private static String word(Settings.Appearance appearance) {
    return appearance.name().toLowerCase(Locale.ROOT);
  }
}
