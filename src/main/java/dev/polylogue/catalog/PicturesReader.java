package dev.polylogue.catalog;

import dev.polylogue.provider.PictureFacts;
import dev.polylogue.provider.PicturePrice;
import dev.polylogue.provider.PictureSizes;
import dev.polylogue.provider.PictureTaken;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is known of a model that makes pictures. Complains in words as {@link RowReader}. */
final class PicturesReader {
  private final JsonNode sources;
  private final JsonNode sizes;

  /**
   * @param sources what the letters of the sources stand for
   * @param sizes by the names that the rows use
   */
  PicturesReader(JsonNode sources, JsonNode sizes) {
    this.sources = sources;
    this.sizes = sizes;
  }

  /** Null for a model that makes none. */
  @Nullable PictureFacts read(JsonNode row) {
    JsonNode node = row.path("pictures");
    boolean alone = !row.path("chat").asBoolean(true);
    if (!node.isObject()) {
      return alone ? new PictureFacts(true, null, null, Map.of(), null, null) : null;
    }
    Map<String, String> edits = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.path("edits").properties()) {
      edits.put(field.getKey(), field.getValue().asString(""));
    }
    return new PictureFacts(
        alone,
        node.has("sources") ? Integer.valueOf(node.path("sources").intValue()) : null,
        node.has("sizes") ? sizes(RowReader.text(node, "sizes")) : null,
        edits,
        taken(node.has("takes") ? node : sizes.path(node.path("sizes").asString(""))),
        price(node));
  }

  private static @Nullable PictureTaken taken(JsonNode row) {
    JsonNode node = row.path("takes");
    return node.isMissingNode()
        ? null
        : new PictureTaken(
            RowReader.needed(node, "side").intValue(),
            RowReader.needed(node, "pixels").longValue(),
            RowReader.needed(node, "bytes").longValue(),
            RowReader.needed(node, "ratio").doubleValue(),
            RowReader.needed(node, "least").intValue());
  }

  private PictureSizes sizes(String name) {
    JsonNode node = sizes.path(name);
    if (node.has("listed")) {
      return new PictureSizes.Listed(RowReader.words(node, "listed"));
    }
    if (node.has("ratios")) {
      return new PictureSizes.Shapes(
          RowReader.words(node, "ratios"), RowReader.words(node, "resolutions"));
    }
    if (!node.has("step")) {
      throw new IllegalArgumentException("no sizes are called " + name + ".");
    }
    return new PictureSizes.Stepped(
        RowReader.needed(node, "step").intValue(),
        RowReader.needed(node, "ratio").doubleValue(),
        RowReader.needed(node, "longest").intValue(),
        RowReader.needed(node, "least").longValue(),
        RowReader.needed(node, "most").longValue(),
        RowReader.needed(node, "usual").longValue());
  }

  private @Nullable PicturePrice price(JsonNode node) {
    if (!node.has("each") && !node.has("perMillion")) {
      return null;
    }
    Map<String, BigDecimal> each = new LinkedHashMap<>();
    for (String size : node.path("each").propertyNames()) {
      each.put(size, RowReader.needed(node.path("each"), size));
    }
    Map<String, Long> tokens = new LinkedHashMap<>();
    for (String size : node.path("tokens").propertyNames()) {
      tokens.put(size, RowReader.needed(node.path("tokens"), size).longValue());
    }
    return new PicturePrice(
        each,
        RowReader.amount(node, "eachInput"),
        tokens,
        node.has("perMillion") ? rates(node.path("perMillion")) : null,
        node.path("usual").asString(""),
        source(RowReader.text(node, "source")));
  }

  private static PicturePrice.Rates rates(JsonNode node) {
    boolean apart = node.has("imageOut");
    return new PicturePrice.Rates(
        RowReader.amount(node, "textIn"),
        RowReader.amount(node, "imageIn"),
        apart ? RowReader.amount(node, "textOut") : null,
        RowReader.needed(node, apart ? "imageOut" : "out"));
  }

  /** {@code D 2026-11}: who says so, and when. */
  private String source(String written) {
    List<String> words = List.of(written.split(" ", 2));
    String who = sources.path(words.getFirst()).asString(words.getFirst());
    return words.size() < 2 ? who : who + " (" + words.getLast() + ")";
  }
}
