package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.ExtraJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the user's settings a model takes. What it is known not to take is left out or changed,
 * and a warning says so; where nothing is known, all is as the user set it.
 */
final class Asked {
  private final ChatRequest request;
  private final ModelFacts facts;
  private final List<Warning> warnings = new ArrayList<>();

  Asked(ChatRequest request) {
    this.request = request;
    this.facts = request.card().facts();
  }

  List<Warning> warnings() {
    return warnings;
  }

  void warn(Setting setting, String sentence) {
    warnings.add(Warning.of(setting, sentence));
  }

  void warnOfFile(String sentence) {
    warnings.add(new Warning("attachment", sentence));
  }

  /** {@code temperature} or {@code top_p}. */
  Optional<Double> sampling(Setting setting) {
    return request
        .parameters()
        .number(setting)
        .filter(value -> takes(Capability.SAMPLING, setting));
  }

  /** Empty when there is nothing to stop at. */
  List<String> stops() {
    List<String> stops = request.parameters().stops();
    return stops.isEmpty() || takes(Capability.STOP, Setting.STOP) ? stops : List.of();
  }

  /** Lays the user's extra JSON over the body, which is otherwise ready. */
  void extra(ObjectNode body) {
    warnings.addAll(ExtraJson.merge(body, request.parameters()));
  }

  Optional<Long> seed() {
    return request
        .parameters()
        .whole(Setting.SEED)
        .filter(value -> takes(Capability.SEED, Setting.SEED));
  }

  private boolean takes(Capability capability, Setting setting) {
    if (!facts.may(capability)) {
      warn(setting, "%s takes no %s; it was left out.".formatted(model(), setting.key()));
      return false;
    }
    return true;
  }

  /** Says that the protocol itself has no place for a setting. */
  void noPlaceFor(Setting setting) {
    request
        .parameters()
        .text(setting)
        .ifPresent(
            value ->
                warn(
                    setting,
                    "The Responses protocol has no %s; it was left out.".formatted(setting.key())));
  }

  /** Tokens to write at most. */
  Optional<Long> limit() {
    Long most = facts.limits().output();
    return request.parameters().whole(Setting.MAX_TOKENS).map(wanted -> clamped(wanted, most));
  }

  private Long clamped(Long wanted, @Nullable Long most) {
    if (most == null || wanted <= most) {
      return wanted;
    }
    warn(
        Setting.MAX_TOKENS,
        "max_tokens %d was sent as %d, the most %s writes.".formatted(wanted, most, model()));
    return most;
  }

  /** The level of reasoning to send; empty when none is set or the model takes none. */
  Optional<String> effort() {
    return request.parameters().text(Setting.REASONING_EFFORT).flatMap(this::nearest);
  }

  private Optional<String> nearest(String wanted) {
    Thinking thinking = facts.thinking();
    if (thinking == null && !facts.known()) {
      return Optional.of(wanted);
    }
    Optional<String> level = thinking == null ? Optional.<String>empty() : thinking.nearest(wanted);
    if (level.isEmpty() && !wanted.equals("none")) {
      warn(
          Setting.REASONING_EFFORT,
          facts.can(Capability.REASONING)
              ? "The reasoning of %s can't be set; \"%s\" was left out.".formatted(model(), wanted)
              : "%s does not reason; \"%s\" was left out.".formatted(model(), wanted));
    }
    if (thinking != null && level.isPresent() && !level.get().equals(wanted)) {
      warn(
          Setting.REASONING_EFFORT,
          "Reasoning \"%s\" was sent as \"%s\", %s %s takes."
              .formatted(wanted, level.get(), place(level.get(), thinking.levels()), model()));
    }
    return level;
  }

  private static String place(String level, List<String> levels) {
    if (level.equals(levels.getLast())) {
      return "the most";
    }
    return level.equals(levels.getFirst()) ? "the least" : "the nearest that";
  }

  /** Whether a search was asked for, and the model is not known to have none. */
  boolean search() {
    if (!request.parameters().isOn(Setting.WEB_SEARCH)) {
      return false;
    }
    if (!facts.may(Capability.SEARCH)) {
      warn(
          Setting.WEB_SEARCH,
          "%s does not search the web; it was asked without.".formatted(model()));
      return false;
    }
    return true;
  }

  String model() {
    return request.model();
  }
}
