package dev.polylogue.catalog;

import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.PictureFacts;
import dev.polylogue.provider.Thinking;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One model. */
record Row(String id, String name, String maker, Naming naming, Traits traits, Pricing pricing) {

  /**
   * Under which names it is found.
   *
   * @param names other names than the id, at every host
   * @param patterns with one {@code *} that stands for anything, at every host
   * @param at where it runs
   */
  record Naming(List<String> names, List<String> patterns, Map<String, Offer> at) {}

  /**
   * What it can do.
   *
   * @param chat false when it only draws
   * @param capabilities null when they are not known
   * @param pictures null when it makes none
   */
  record Traits(
      boolean chat,
      ModelFacts.Limits limits,
      @Nullable Set<Capability> capabilities,
      @Nullable Thinking thinking,
      @Nullable PictureFacts pictures) {}

  /**
   * What is different at one host.
   *
   * @param limits those that hold there
   * @param retired that it ended there, or will
   */
  record Offer(
      List<String> names,
      List<String> patterns,
      Set<Capability> lacks,
      ModelFacts.Limits limits,
      ModelFacts.@Nullable Retirement retired) {}
}
