package dev.polylogue.provider.pictures;

import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Neutral to wire, for OpenRouter ({@code providers.md}, 11.6). */
final class OpenRouterWriter {
  private OpenRouterWriter() {}

  static WireRequest write(PictureAsk ask) {
    ObjectNode body = Json.object();
    body.put("model", ask.request().model());
    body.put("prompt", ask.request().instruction());
    if (!ask.sources().isEmpty()) {
      ArrayNode references = body.putArray("input_references");
      for (Upload source : ask.sources()) {
        references
            .addObject()
            .put("type", "image_url")
            .putObject("image_url")
            .set("url", Json.dataUri(source));
      }
    }
    body.put("n", ask.count());
    if (ask.size().size() != null) {
      body.put("size", ask.size().size());
    }
    ask.ratio().ifPresent(ratio -> body.put("aspect_ratio", ratio));
    ask.resolution().ifPresent(resolution -> body.put("resolution", resolution));
    ask.quality().ifPresent(quality -> body.put("quality", quality));
    ask.format().ifPresent(format -> body.put("output_format", format));
    ask.background().ifPresent(background -> body.put("background", background));
    ask.noMask();
    return WireRequest.of("images", body, ask.warnings());
  }
}
