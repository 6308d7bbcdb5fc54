package dev.polylogue.provider.openai;

import static dev.polylogue.provider.Capability.DRAWS;
import static dev.polylogue.provider.Capability.EDITS;
import static dev.polylogue.provider.Capability.PDF;
import static dev.polylogue.provider.Capability.PICTURES;
import static dev.polylogue.provider.Capability.REASONING;
import static dev.polylogue.provider.Capability.SAMPLING;
import static dev.polylogue.provider.Capability.SEARCH;
import static dev.polylogue.provider.Capability.SEED;
import static dev.polylogue.provider.Capability.STOP;
import static dev.polylogue.provider.Capability.SYSTEM;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One model of a list, and what the list tells of it. OpenRouter and Mistral tell what a model can
 * do, others at most its window or its end ({@code providers.md}, 2.1).
 */
final class ListedModel {
  /** Under which names hosts tell how many tokens fit. */
  private static final List<String> WINDOWS =
      List.of("context_length", "context_window", "max_context_length", "max_model_len");

  private static final List<String> LEVELS =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  /**
   * Who lists it, and when.
   *
   * @param day null when the host did not say
   */
  record Origin(String host, @Nullable LocalDate day) {}

  private final JsonNode item;
  private final Origin origin;

  ListedModel(JsonNode item, Origin origin) {
    this.item = item;
    this.origin = origin;
  }

  String id() {
    return Json.text(item.path(item.has("id") ? "id" : "name"));
  }

  String name() {
    for (String field : List.of("display_name", "name")) {
      String shown = Json.text(item.path(field));
      if (!shown.isBlank()) {
        return shown;
      }
    }
    return id();
  }

  /** False where the host says that it is for something else, such as embeddings. */
  boolean chats() {
    return item.path("capabilities").path("completion_chat").asBoolean(true);
  }

  ModelFacts facts() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    Thinking thinking = null;
    boolean router = item.path("supported_parameters").isArray();
    boolean mistral = item.path("capabilities").has("completion_chat");
    if (router) {
      thinking = router(capabilities);
    } else if (mistral) {
      thinking = mistral(capabilities);
    }
    return new ModelFacts(
        router || mistral, capabilities, limits(), thinking, price(), retirement());
  }

  /** OpenRouter searches for any model, by a plugin of its own. */
  private @Nullable Thinking router(Set<Capability> can) {
    can.add(SYSTEM);
    can.add(SEARCH);
    JsonNode parameters = item.path("supported_parameters");
    JsonNode shape = item.path("architecture");
    addIf(can, SAMPLING, holds(parameters, "temperature"));
    addIf(can, STOP, holds(parameters, "stop"));
    addIf(can, SEED, holds(parameters, "seed"));
    addIf(can, PICTURES, holds(shape.path("input_modalities"), "image"));
    addIf(can, PDF, holds(shape.path("input_modalities"), "file"));
    addIf(can, DRAWS, holds(shape.path("output_modalities"), "image"));
    addIf(can, EDITS, can.contains(PICTURES) && can.contains(DRAWS));
    boolean thinks = holds(parameters, "reasoning") || holds(parameters, "reasoning_effort");
    addIf(can, REASONING, thinks);
    return thinks ? new Thinking("openrouter", levels(), List.of()) : null;
  }

  private List<String> levels() {
    JsonNode told = item.path("reasoning").path("supported_efforts");
    List<String> levels = new ArrayList<>();
    for (String level : LEVELS) {
      boolean off = level.equals("none") && !item.path("reasoning").path("mandatory").asBoolean();
      boolean usual = !told.isArray() && List.of("low", "medium", "high").contains(level);
      if (off || usual || holds(told, level)) {
        levels.add(level);
      }
    }
    return levels;
  }

  /** {@code reasoning_effort} is high or none there. */
  private @Nullable Thinking mistral(Set<Capability> can) {
    can.addAll(List.of(SYSTEM, SAMPLING, STOP, SEED));
    JsonNode told = item.path("capabilities");
    addIf(can, PICTURES, told.path("vision").asBoolean());
    boolean thinks = told.path("reasoning").asBoolean();
    addIf(can, REASONING, thinks);
    return thinks ? new Thinking("effort", List.of("none", "high"), List.of()) : null;
  }

  private static void addIf(Set<Capability> can, Capability capability, boolean so) {
    if (so) {
      can.add(capability);
    }
  }

  private static boolean holds(JsonNode list, String word) {
    for (JsonNode element : list) {
      if (Json.text(element).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private ModelFacts.Limits limits() {
    Long window = Tally.count(item.path("meta").path("n_ctx_train"));
    for (String field : WINDOWS) {
      Long told = Tally.count(item.path(field));
      window = told == null ? window : told;
    }
    Long output = Tally.count(item.path("top_provider").path("max_completion_tokens"));
    return new ModelFacts.Limits(
        window, output == null ? Tally.count(item.path("max_completion_tokens")) : output);
  }

  private @Nullable Price price() {
    return origin.day() == null ? null : ListedPrice.of(item, id(), origin.host(), origin.day());
  }

  private ModelFacts.@Nullable Retirement retirement() {
    for (String field : List.of("shutdown_date", "expiration_date", "deprecation")) {
      String date = Json.text(item.path(field));
      if (!date.isBlank()) {
        String day = date.length() > 10 ? date.substring(0, 10) : date;
        String successor = Json.text(item.path("deprecation_replacement_model"));
        return new ModelFacts.Retirement(
            day,
            successor.isBlank() ? null : successor,
            "%s says that %s ends on %s.".formatted(origin.host(), id(), day));
      }
    }
    return null;
  }
}
