package dev.polylogue.provider.http;

import dev.polylogue.provider.PictureRequest.Upload;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/** JSON as providers write it: bounded in depth and length, tolerant in everything else. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(SseReader.PICTURES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);
  private static final ObjectReader STRICT =
      TREE.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /** A picture as {@code data:image/png;base64,…}, read from the disk while it is sent. */
  public static JsonNode dataUri(Upload upload) {
    return MAPPER.getNodeFactory().pojoNode(new FileText(upload, true));
  }

  /** The same as bare Base64. */
  public static JsonNode base64(Upload upload) {
    return MAPPER.getNodeFactory().pojoNode(new FileText(upload, false));
  }

  static boolean hasFiles(JsonNode node) {
    return files(node).findAny().isPresent();
  }

  /** The pictures that stand anywhere in it. */
  static Stream<FileText> files(JsonNode node) {
    return node instanceof POJONode pojo && pojo.getPojo() instanceof FileText file
        ? Stream.of(file)
        : node.valueStream().flatMap(Json::files);
  }

  static byte[] bytes(JsonNode node, FileText.Way way) {
    return MAPPER.writer().withAttribute(FileText.WAY, way).writeValueAsBytes(node);
  }

  /** Leaves the stream open. */
  static void write(JsonNode node, OutputStream out) {
    MAPPER
        .writer()
        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .withAttribute(FileText.WAY, FileText.Way.WHOLE)
        .writeValue(out, node);
  }

  public static JsonNode parse(byte[] bytes, int offset, int length) throws JacksonException {
    return TREE.readTree(bytes, offset, length);
  }

  public static JsonNode parse(String text) throws JacksonException {
    return TREE.readTree(text);
  }

  /** Refuses a field that stands twice, of which one would be lost. */
  static JsonNode parseStrictly(String text) throws JacksonException {
    return STRICT.readTree(text);
  }

  /**
   * The slow way, for what {@link #parse} refused: bytes that are no UTF-8 become U+FFFD (F54), and
   * several documents behind one another are all read (F59).
   */
  public static List<JsonNode> parseLeniently(byte[] bytes, int offset, int length)
      throws JacksonException {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    try (var documents = TREE.<JsonNode>readValues(text)) {
      return documents.readAll();
    }
  }

  /** The text of a string or number, and empty for all else. */
  public static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString() : "";
  }

  /**
   * Adds what one side said to a list of turns, to the last one where the same side spoke before:
   * hosts want the roles in turn.
   *
   * @param field under which a turn holds what was said
   */
  public static void addTurn(ArrayNode turns, String role, String field, ArrayNode said) {
    ObjectNode last = turns.isEmpty() ? null : (ObjectNode) turns.get(turns.size() - 1);
    if (last != null && last.path("role").asString().equals(role)) {
      last.withArray(field).addAll(said);
    } else {
      turns.addObject().put("role", role).set(field, said);
    }
  }
}
