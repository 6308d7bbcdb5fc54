package dev.polylogue.settings;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.settings.Shelf.PanePreset;
import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.settings.Shelf.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saved presets and rows of panes, as JSON. An entry that can't be read is passed over. */
final class ShelfJson {
  private ShelfJson() {}

  static Shelf read(ObjectNode document) {
    List<PanePreset> presets = new ArrayList<>();
    for (JsonNode node : document.path("presets")) {
      place(node)
          .map(place -> new PanePreset(name(node), place.model(), place.parameters()))
          .ifPresent(presets::add);
    }
    List<PaneSet> sets = new ArrayList<>();
    for (JsonNode node : document.path("paneSets")) {
      List<Place> panes = new ArrayList<>();
      node.path("panes").forEach(pane -> place(pane).ifPresent(panes::add));
      sets.add(new PaneSet(name(node), panes));
    }
    presets.removeIf(preset -> preset.name().isBlank());
    sets.removeIf(set -> set.name().isBlank() || set.panes().isEmpty());
    return new Shelf(presets, sets);
  }

  private static String name(JsonNode node) {
    return node.path("name").stringValue("");
  }

  private static Optional<Place> place(JsonNode node) {
    try {
      ModelRef model = ModelRef.parse(node.path("model").stringValue(""));
      return Optional.of(new Place(model, parameters(node.path("parameters"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Parameters parameters(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      texts.put(entry.getKey(), entry.getValue().stringValue(""));
    }
    return Parameters.of(texts);
  }

  static void write(Shelf shelf, ObjectNode document) {
    ArrayNode presets = document.putArray("presets");
    for (PanePreset preset : shelf.presets()) {
      write(
          new Place(preset.model(), preset.parameters()),
          presets.addObject().put("name", preset.name()));
    }
    ArrayNode sets = document.putArray("paneSets");
    for (PaneSet set : shelf.sets()) {
      ArrayNode panes = sets.addObject().put("name", set.name()).putArray("panes");
      set.panes().forEach(place -> write(place, panes.addObject()));
    }
  }

  private static void write(Place place, ObjectNode node) {
    node.put("model", place.model().toString());
    ObjectNode parameters = node.putObject("parameters");
    place.parameters().texts().forEach(parameters::put);
  }
}
