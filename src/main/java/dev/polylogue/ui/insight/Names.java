package dev.polylogue.ui.insight;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Contestant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says by which settings contestants of one model differ. Any thread. */
final class Names {
  private static final int LONGEST = 60;

  private final Texts texts;
  private final Map<ModelRef, List<Contestant>> byModel = new HashMap<>();

  Names(Collection<Contestant> all, Texts texts) {
    this.texts = texts;
    all.forEach(
        each -> byModel.computeIfAbsent(each.model(), model -> new ArrayList<>()).add(each));
  }

  /** What is set otherwise than with another of the same model; empty where there is no other. */
  String settings(Contestant contestant) {
    List<Contestant> others = byModel.getOrDefault(contestant.model(), List.of());
    Map<String, String> differing = new LinkedHashMap<>();
    Map<String, String> own = contestant.parameters().texts();
    for (String key : keys(others)) {
      boolean differs =
          others.stream()
              .anyMatch(
                  other -> !Objects.equals(other.parameters().texts().get(key), own.get(key)));
      if (differs && own.containsKey(key)) {
        differing.put(key, own.getOrDefault(key, ""));
      }
    }
    if (differing.isEmpty()) {
      return others.size() > 1 ? texts.get("insights.unset") : "";
    }
    List<String> said = new ArrayList<>();
    differing.forEach((key, value) -> said.add(key + " " + brief(value)));
    return String.join(", ", said);
  }

  private static SortedSet<String> keys(List<Contestant> contestants) {
    SortedSet<String> keys = new TreeSet<>();
    contestants.forEach(each -> keys.addAll(each.parameters().texts().keySet()));
    return keys;
  }

  private static String brief(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "\u2026";
  }
}
