package dev.polylogue.provider.pictures;

import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireBody.Field;
import dev.polylogue.provider.http.WireRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire, for OpenAI's Images and those compatible with it ({@code providers.md}, 11.2).
 * {@code response_format} is never sent: GPT Image refuses it.
 */
final class OpenAiWriter {
  private final PictureAsk ask;
  private final Place place;

  OpenAiWriter(PictureAsk ask, Place place) {
    this.ask = ask;
    this.place = place;
  }

  WireRequest write() {
    return ask.sources().isEmpty() ? generation() : edit();
  }

  private WireRequest edit() {
    List<Field> fields = new ArrayList<>();
    Map<String, Object> settings = settings();
    ask.editFields().forEach(settings::putIfAbsent);
    if (place.namesModel()) {
      fields.add(new Field.Text("model", ask.request().model()));
    }
    fields.add(new Field.Text("prompt", ask.request().instruction()));
    String name = ask.sources().size() == 1 ? "image" : "image[]";
    for (Upload source : ask.sources()) {
      fields.add(new Field.File(name, source));
    }
    ask.mask().ifPresent(mask -> fields.add(new Field.File("mask", mask)));
    settings.forEach((field, value) -> fields.add(new Field.Text(field, value.toString())));
    return place.request("images/edits", new WireBody.Form(fields), ask.warnings());
  }

  private WireRequest generation() {
    ObjectNode body = Json.object();
    if (place.namesModel()) {
      body.put("model", ask.request().model());
    }
    body.put("prompt", ask.request().instruction());
    settings()
        .forEach(
            (name, value) -> {
              switch (value) {
                case Integer number -> body.put(name, number);
                case Boolean flag -> body.put(name, flag);
                default -> body.put(name, value.toString());
              }
            });
    ask.noMask();
    return place.request("images/generations", new WireBody.Tree(body), ask.warnings());
  }

  /** What only one picture can do is asked for where one is wanted. */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("n", ask.count());
    ask.pixels().ifPresent(size -> settings.put("size", size));
    ask.quality().ifPresent(quality -> settings.put("quality", quality));
    ask.background().ifPresent(background -> settings.put("background", background));
    ask.format().ifPresent(format -> settings.put("output_format", format));
    if (place.sketches() >= 0 && ask.count() == 1) {
      settings.put("stream", true);
      settings.put("partial_images", place.sketches());
    }
    return settings;
  }
}
