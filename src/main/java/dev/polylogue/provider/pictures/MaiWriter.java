package dev.polylogue.provider.pictures;

import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireBody.Field;
import dev.polylogue.provider.http.WireRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire, for Microsoft's own models on Azure, which always answer with one PNG (11.3).
 */
final class MaiWriter {
  private MaiWriter() {}

  static WireRequest write(PictureAsk ask, Place place) {
    ask.noMask();
    ask.onlyOne();
    ask.noPlaceForQuality();
    ask.noPlaceForFormat();
    ask.noPlaceForBackground();
    return ask.sources().isEmpty() ? generation(ask, place) : edit(ask, place);
  }

  private static WireRequest edit(PictureAsk ask, Place place) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Text("model", ask.request().model()));
    fields.add(new Field.Text("prompt", ask.request().instruction()));
    String name = ask.sources().size() == 1 ? "image" : "image[]";
    for (Upload source : ask.sources()) {
      fields.add(new Field.File(name, source));
    }
    return place.request("images/edits", new WireBody.Form(fields), ask.warnings());
  }

  private static WireRequest generation(PictureAsk ask, Place place) {
    ObjectNode body = Json.object();
    body.put("model", ask.request().model());
    body.put("prompt", ask.request().instruction());
    FluxWriter.size(ask, body);
    return place.request("images/generations", new WireBody.Tree(body), ask.warnings());
  }
}
