package dev.polylogue.catalog;

import dev.polylogue.conversation.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs over time.
 *
 * @param prices the earliest first
 * @param hosts where they hold
 */
record Pricing(List<Dated> prices, Set<String> hosts) {
  static final Pricing UNKNOWN = new Pricing(List.of(), Set.of());

  /**
   * A price from a day on.
   *
   * @param from null when it holds from the beginning
   * @param ownSearches whether the price of a search stands here, even if it is unknown, in place
   *     of the host's
   * @param unknown hours of the day, in UTC, in which nobody here can tell the price
   */
  record Dated(@Nullable LocalDate from, Price price, boolean ownSearches, List<Hours> unknown) {

    boolean begins(LocalDate day) {
      return from == null || !day.isBefore(from);
    }
  }

  /** From a time on and until before another. */
  record Hours(LocalTime from, LocalTime until) {
    boolean holds(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  /**
   * The price at a moment, or empty when it is not known then.
   *
   * @param now in UTC
   * @param searches what a thousand searches cost at the host, or null
   */
  Optional<Price> at(String host, ZonedDateTime now, @Nullable BigDecimal searches) {
    if (!hosts.contains(host)) {
      return Optional.empty();
    }
    Dated valid = null;
    for (Dated dated : prices) {
      if (dated.begins(now.toLocalDate())) {
        valid = dated;
      }
    }
    if (valid == null || valid.unknown().stream().anyMatch(h -> h.holds(now.toLocalTime()))) {
      return Optional.empty();
    }
    Price price = valid.price();
    return Optional.of(valid.ownSearches() ? price : price.withSearches(searches));
  }
}
