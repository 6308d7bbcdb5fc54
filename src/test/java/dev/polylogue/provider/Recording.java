package dev.polylogue.provider;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer of a real host as it was recorded, with its payloads read as plain maps, which share
 * nothing with the program's own reader. The recordings lie outside this repository, at the
 * property {@code polylogue.streams}.
 */
public record Recording(
    String name, int status, boolean isStream, byte[] body, List<Map<String, Object>> payloads) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A check of one recording against a host that plays it. */
  @FunctionalInterface
  public interface Check {
    void run(Recording recording, FaultHost host) throws Exception;
  }

  /**
   * A test for each recording of a family, whole and in pieces of 1, 7 and 1000 bytes. What is no
   * answer in the protocol is skipped by name.
   *
   * @param skipped parts of the file names, each with the reason
   */
  public static Stream<DynamicNode> replays(
      String family, Map<String, String> skipped, Check check) {
    Path folder = Path.of(System.getProperty("polylogue.streams", "../shared/streams"), family);
    if (!Files.isDirectory(folder)) {
      return Stream.of(
          dynamicTest(
              "recordings are missing at " + folder,
              () -> abort("No recordings at " + folder.toAbsolutePath())));
    }
    return files(folder).stream().map(file -> node(folder, file, skipped, check));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".request.json"))
          .filter(file -> !file.toString().endsWith(".response.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicNode node(
      Path folder, Path file, Map<String, String> skipped, Check check) {
    String name = folder.relativize(file).toString();
    for (Map.Entry<String, String> entry : skipped.entrySet()) {
      if (name.contains(entry.getKey())) {
        return dynamicTest(name + " is skipped", () -> abort(entry.getValue()));
      }
    }
    Recording recording = read(name, file);
    return new PlayedAnswer(recording.status(), recording.isStream(), recording.body())
        .tests(name, host -> check.run(recording, host));
  }

  private static Recording read(String name, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (name.endsWith(".json")) {
        return new Recording(name, status(file), false, bytes, List.of(object(text)));
      }
      boolean bare = name.endsWith(".chunks.txt");
      List<Map<String, Object>> payloads = new ArrayList<>();
      StringBuilder wire = new StringBuilder();
      for (String line : text.split("\r?\n")) {
        String payload = bare ? line : line.startsWith("data:") ? line.substring(5) : "";
        if (!payload.isBlank()) {
          Map<String, Object> read = object(payload);
          payloads.add(read);
          Object type = read.get("type");
          wire.append(type == null ? "" : "event: " + type + "\n");
          wire.append("data: ").append(payload).append("\n\n");
        }
      }
      byte[] body = bare ? wire.toString().getBytes(StandardCharsets.UTF_8) : bytes;
      return new Recording(name, status(file), true, body, payloads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(Path file) throws IOException {
    Path head = Path.of(file.toString().replaceFirst("\\.body\\.\\w+$", ".response.json"));
    if (head.equals(file) || !Files.exists(head)) {
      return 200;
    }
    Object code = child(object(Files.readString(head)), "status").get("code");
    return code instanceof Integer status ? status : 200;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String json) {
    return JSON.readValue(json, Map.class);
  }

  /** The object of that name, or an empty one. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> child(Map<String, Object> map, String name) {
    return map.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }

  /** The objects in an array, or none. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> children(Map<String, Object> map, String name) {
    return map.get(name) instanceof List<?> found ? (List<Map<String, Object>>) found : List.of();
  }

  public static String string(Map<String, Object> map, String name) {
    return map.get(name) instanceof String found ? found : "";
  }
}
