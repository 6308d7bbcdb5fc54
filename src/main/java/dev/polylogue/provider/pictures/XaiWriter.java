package dev.polylogue.provider.pictures;

import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire, for xAI ({@code providers.md}, 11.4). Sources sent to the path for pictures from
 * nothing are ignored there without a word, so the path follows from the sources.
 */
final class XaiWriter {
  private XaiWriter() {}

  static WireRequest write(PictureAsk ask) {
    ObjectNode body = Json.object();
    body.put("model", ask.request().model());
    body.put("prompt", ask.request().instruction());
    if (ask.sources().size() == 1) {
      picture(body.putObject("image"), ask.sources().getFirst());
    } else if (!ask.sources().isEmpty()) {
      ArrayNode images = body.putArray("images");
      ask.sources().forEach(source -> picture(images.addObject(), source));
    }
    body.put("n", ask.count());
    ask.ratio().or(ask::pixels).ifPresent(ratio -> body.put("aspect_ratio", ratio));
    ask.resolution().ifPresent(resolution -> body.put("resolution", resolution));
    ask.quality().ifPresent(quality -> body.put("quality", quality));
    body.put("response_format", "b64_json");
    ask.noMask();
    ask.noPlaceForFormat();
    ask.noPlaceForBackground();
    String path = ask.sources().isEmpty() ? "images/generations" : "images/edits";
    return WireRequest.of(path, body, ask.warnings());
  }

  private static void picture(ObjectNode node, Upload source) {
    node.put("type", "image_url").set("url", Json.dataUri(source));
  }
}
