package dev.polylogue.provider.pictures;

import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireRequest;
import tools.jackson.databind.node.ObjectNode;

/** Neutral to wire, in the dialect of Black Forest Labs as Azure has it (11.3). */
final class FluxWriter {
  private FluxWriter() {}

  static WireRequest write(PictureAsk ask, Place place, String path) {
    ObjectNode body = Json.object();
    body.put("model", ask.request().model());
    body.put("prompt", ask.request().instruction());
    int number = 1;
    for (Upload source : ask.sources()) {
      body.set(number == 1 ? "input_image" : "input_image_" + number, Json.base64(source));
      number++;
    }
    size(ask, body);
    body.put("num_images", ask.count());
    ask.format().ifPresent(format -> body.put("output_format", format));
    ask.noMask();
    ask.noPlaceForQuality();
    ask.noPlaceForBackground();
    return place.request(path, new WireBody.Tree(body), ask.warnings());
  }

  /** Pixels where they are known, else the shape. */
  static void size(PictureAsk ask, ObjectNode body) {
    String size = ask.size().size() == null ? "" : ask.size().size();
    String[] sides = size.split("x", -1);
    if (sides.length == 2 && size.matches("\\d{1,5}x\\d{1,5}")) {
      body.put("width", Integer.parseInt(sides[0]));
      body.put("height", Integer.parseInt(sides[1]));
    } else {
      ask.ratio().ifPresent(ratio -> body.put("aspect_ratio", ratio));
    }
  }
}
