package dev.polylogue.transfer;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.photo.Recipe;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes how a picture was made, as it lies beside the picture. Any thread. */
public final class RecipeJson {
  private RecipeJson() {}

  /**
   * Indented, with a line feed at the end.
   *
   * @param picture the file it is the recipe of, as it was saved
   */
  public static String of(Recipe recipe, Recipe.File picture) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("format", "polylogue-recipe").put("version", 1);
    file(root.putObject("picture"), picture);
    file(root.putObject("photo"), recipe.photo());
    ArrayNode steps = root.putArray("steps");
    recipe.steps().forEach(step -> write(steps.addObject(), step));
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void file(ObjectNode node, Recipe.File file) {
    node.put("name", file.name()).put("sha256", file.sha256());
  }

  private static void write(ObjectNode node, Recipe.Step step) {
    node.put("model", step.model().toString()).put("instruction", step.instruction());
    Recipe.Where where = step.where();
    if (where != null) {
      node.put("maskSha256", where.mask())
          .put("featherPixels", where.outside().feather())
          .put("outsideKept", where.outside().kept());
    }
    options(node.putObject("options"), step.options());
    node.put("resultSha256", step.made().sha256()).put("madeAt", step.made().at().toString());
    Cost cost = step.made().cost();
    if (cost != null) {
      node.putObject("cost")
          .put("amount", cost.amount())
          .put("currency", cost.currency())
          .put("source", cost.source().word());
    }
    if (!step.made().notes().isEmpty()) {
      ArrayNode notes = node.putArray("notes");
      step.made().notes().forEach(notes::add);
    }
  }

  private static void options(ObjectNode node, PictureOptions options) {
    put(node, "size", options.size());
    put(node, "quality", options.quality());
    node.put("n", options.n());
    put(node, "format", options.format());
    put(node, "background", options.background());
  }

  private static void put(
      ObjectNode node, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
