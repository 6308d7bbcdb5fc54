package dev.polylogue.provider.sandbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What fixed rules can see in a prompt.
 *
 * @param common the words that stand in it most often, long ones first, with how often
 */
record PromptFacts(
    int words,
    int sentences,
    String longest,
    String firstWords,
    List<Map.Entry<String, Long>> common) {

  static PromptFacts of(String prompt) {
    List<String> words =
        Arrays.stream(prompt.split("[^\\p{L}\\p{N}'’-]+", -1)).filter(w -> !w.isEmpty()).toList();
    Map<String, Long> counts =
        words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new PromptFacts(
        words.size(),
        Math.max(1, prompt.split("[.!?。？！]+(\\s|$)").length),
        words.stream().max(Comparator.comparingInt(String::length)).orElse("nothing"),
        String.join(" ", words.subList(0, Math.min(6, words.size()))),
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparingInt(entry -> entry.getKey().length())
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(4)
            .toList());
  }
}
