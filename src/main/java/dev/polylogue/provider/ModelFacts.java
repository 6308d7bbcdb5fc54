package dev.polylogue.provider;

import dev.polylogue.conversation.Price;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model beside its name. An unknown figure is null; where nothing is known, any
 * setting is sent as the user set it.
 *
 * @param known whether the capabilities are known at all
 * @param limits window and output
 * @param thinking how its reasoning is set, or null when it has none or nothing is known
 * @param price null when unknown
 * @param retirement null while it is offered
 */
public record ModelFacts(
    boolean known,
    Set<Capability> capabilities,
    Limits limits,
    @Nullable Thinking thinking,
    @Nullable Price price,
    @Nullable Retirement retirement) {
  /**
   * How much fits, in tokens.
   *
   * @param window prompt and answer together
   * @param output the answer alone
   */
  public record Limits(@Nullable Long window, @Nullable Long output) {
    public static final Limits UNKNOWN = new Limits(null, null);
  }

  /**
   * That a model or service is no longer offered.
   *
   * @param since ISO 8601 date, or empty where the day is not known
   * @param successor a model of the same provider to offer instead, or null
   * @param note a sentence for the user
   */
  public record Retirement(String since, @Nullable String successor, String note) {}

  public static final ModelFacts UNKNOWN =
      new ModelFacts(false, Set.of(), Limits.UNKNOWN, null, null, null);

  public ModelFacts {
    capabilities = Set.copyOf(capabilities);
  }

  /** True also when nothing is known: then the provider has the last word. */
  public boolean may(Capability capability) {
    return !known || capabilities.contains(capability);
  }

  /** True only when it is known. */
  public boolean can(Capability capability) {
    return known && capabilities.contains(capability);
  }

  public Optional<Price> priced() {
    return Optional.ofNullable(price);
  }
}
