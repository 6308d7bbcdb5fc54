package dev.polylogue.provider.http;

import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fits what the user set to what the model is known to take, and notes each difference for the
 * user. Used by one thread while one request is written.
 */
public final class Adjustments {
  private final ChatRequest request;
  private final List<Warning> warnings = new ArrayList<>();

  public Adjustments(ChatRequest request) {
    this.request = request;
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Whether the setting is to be sent; where the model is known to refuse it, that is noted. */
  public boolean takes(Setting setting, Capability needed) {
    boolean set = request.parameters().values().containsKey(setting);
    if (set && !facts().may(needed)) {
      leaveOut(setting, "%s does not take it".formatted(request.model()));
      return false;
    }
    return set;
  }

  /**
   * @param why half a sentence
   */
  public void leaveOut(Setting setting, String why) {
    warnings.add(Warning.of(setting, "%s was left out: %s.".formatted(named(setting), why)));
  }

  public void note(Setting setting, String sentence) {
    warnings.add(Warning.of(setting, sentence));
  }

  /**
   * Whether a search of the web is to be asked for: wanted, known to the model, and not ruled out
   * by the provider's option {@code search=none}.
   */
  public boolean searches(Endpoint endpoint) {
    if (!request.parameters().isOn(Setting.WEB_SEARCH)
        || !takes(Setting.WEB_SEARCH, Capability.SEARCH)) {
      return false;
    }
    boolean offered = !endpoint.option("search", "").equals("none");
    if (!offered) {
      leaveOut(Setting.WEB_SEARCH, "%s does not offer it".formatted(endpoint.provider()));
    }
    return offered;
  }

  /** Lays the user's extra JSON over the body, which is otherwise ready. */
  public void extra(ObjectNode body) {
    warnings.addAll(ExtraJson.merge(body, request.parameters()));
  }

  /** The output limit that the user set, or less where the model is known to give less. */
  public Optional<Long> outputLimit() {
    Optional<Long> set = request.parameters().whole(Setting.MAX_TOKENS);
    Long most = facts().limits().output();
    if (set.isPresent() && most != null && set.get() > most) {
      note(
          Setting.MAX_TOKENS,
          "An output limit of %d was sent as %d, the most %s gives."
              .formatted(set.get(), most, request.model()));
      return Optional.of(most);
    }
    return set;
  }

  /**
   * The level of reasoning that was set, in words that the model knows; empty when none was set or
   * none can be.
   *
   * @param otherwise holds where nothing is known of the model
   */
  public Optional<String> effort(Thinking otherwise) {
    if (!takes(Setting.REASONING_EFFORT, Capability.REASONING)) {
      return Optional.empty();
    }
    String wanted = request.parameters().text(Setting.REASONING_EFFORT).orElseThrow();
    Optional<String> nearest = thinking(otherwise).nearest(wanted);
    if (nearest.isEmpty()) {
      leaveOut(
          Setting.REASONING_EFFORT, "%s decides for itself how long".formatted(request.model()));
    } else if (!nearest.get().equals(wanted)) {
      note(
          Setting.REASONING_EFFORT,
          "Reasoning \"%s\" was sent as \"%s\", the nearest that %s takes."
              .formatted(wanted, nearest.get(), request.model()));
    }
    return nearest;
  }

  /** How the model's reasoning is set. */
  public Thinking thinking(Thinking otherwise) {
    Thinking known = facts().thinking();
    return known == null ? otherwise : known;
  }

  private ModelFacts facts() {
    return request.card().facts();
  }

  private static String named(Setting setting) {
    return switch (setting) {
      case SYSTEM -> "The system prompt";
      case TEMPERATURE -> "The temperature";
      case TOP_P -> "top_p";
      case MAX_TOKENS -> "The output limit";
      case STOP -> "The stop sequence";
      case SEED -> "The seed";
      case REASONING_EFFORT -> "The level of reasoning";
      case WEB_SEARCH -> "The web search";
      case EXTRA -> "The extra JSON";
    };
  }
}
