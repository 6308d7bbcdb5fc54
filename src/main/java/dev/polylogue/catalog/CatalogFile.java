package dev.polylogue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that stands in the two files.
 *
 * @param hosts by the word of the option {@code catalog}
 * @param problems what of the user's file was left out, in sentences
 */
record CatalogFile(
    Map<String, Host> hosts, List<Row> rows, List<Ended> ended, List<String> problems) {
  private static final String RESOURCE = "/catalog/models.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  CatalogFile {
    hosts = Map.copyOf(hosts);
    rows = List.copyOf(rows);
    ended = List.copyOf(ended);
    problems = List.copyOf(problems);
  }

  Host host(String word) {
    Host host = hosts.get(word);
    if (host == null) {
      throw new IllegalArgumentException("No host " + word);
    }
    return host;
  }

  /** Blocks. A damaged file of the user leaves the program's own. */
  static CatalogFile load(Path user) {
    JsonNode own = own();
    try {
      return merged(own, MAPPER.readTree(Files.readString(user)), user);
    } catch (NoSuchFileException e) {
      return merged(own, MAPPER.createObjectNode(), user);
    } catch (JacksonException | IOException e) {
      CatalogFile plain = merged(own, MAPPER.createObjectNode(), user);
      String why =
          e instanceof JacksonException json && json.getLocation() != null
              ? "it is no JSON from line " + json.getLocation().getLineNr() + " on"
              : e.toString();
      return new CatalogFile(
          plain.hosts(),
          plain.rows(),
          plain.ended(),
          List.of("Your catalogue %s is left out: %s.".formatted(user, why)));
    }
  }

  private static JsonNode own() {
    try (InputStream stream = CatalogFile.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its part " + RESOURCE + ".");
      }
      return MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogFile merged(JsonNode own, JsonNode user, Path file) {
    List<String> problems = new ArrayList<>();
    if (!user.isObject()) {
      problems.add("Your catalogue %s is left out: it holds no JSON object.".formatted(file));
    }
    RowReader reader =
        new RowReader(
            patched(own.path("sources"), user.path("sources")),
            patched(own.path("sizes"), user.path("sizes")));
    Map<String, Host> hosts = new LinkedHashMap<>();
    JsonNode all = patched(own.path("hosts"), user.path("hosts"));
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      read(problems, file, "host " + entry.getKey(), () -> RuleReader.host(entry.getValue()))
          .or(() -> fallback(() -> RuleReader.host(own.path("hosts").path(entry.getKey()))))
          .ifPresent(host -> hosts.put(entry.getKey(), host));
    }
    List<Ended> ended = new ArrayList<>();
    for (JsonNode node : user.path("ended")) {
      read(problems, file, "entry of ended", () -> RuleReader.ended(node)).ifPresent(ended::add);
    }
    own.path("ended").forEach(node -> ended.add(RuleReader.ended(node)));
    return new CatalogFile(hosts, rows(own, user, reader, problems, file), ended, problems);
  }

  private static List<Row> rows(
      JsonNode own, JsonNode user, RowReader reader, List<String> problems, Path file) {
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    for (JsonNode node : user.path("models")) {
      changes.put(node.path("id").asString(""), node);
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode node : own.path("models")) {
      JsonNode change = changes.remove(node.path("id").asString(""));
      if (change == null) {
        rows.add(reader.row(node));
      } else {
        String id = node.path("id").asString("");
        read(problems, file, "model " + id, () -> reader.row(patched(node, change)))
            .or(() -> fallback(() -> reader.row(node)))
            .ifPresent(rows::add);
      }
    }
    changes.forEach(
        (id, node) ->
            read(problems, file, "model " + id, () -> reader.row(node)).ifPresent(rows::add));
    return rows;
  }

  private static <T> Optional<T> read(
      List<String> problems, Path file, String what, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException e) {
      problems.add(
          "In your catalogue %s the %s is left out: %s".formatted(file, what, e.getMessage()));
      return Optional.empty();
    }
  }

  private static <T> Optional<T> fallback(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** JSON Merge Patch (RFC 7396). */
  private static JsonNode patched(JsonNode node, JsonNode patch) {
    if (patch.isMissingNode()) {
      return node;
    }
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result =
        node instanceof ObjectNode before ? before.deepCopy() : MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        result.remove(change.getKey());
      } else {
        result.set(change.getKey(), patched(result.path(change.getKey()), change.getValue()));
      }
    }
    return result;
  }
}
